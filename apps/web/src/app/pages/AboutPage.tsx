import { About } from '../../features/about/About.js';
import { Page } from '../../ui/Page.js';

export default function AboutPage() {
  return (
    <Page narrow>
      <About />
    </Page>
  );
}
