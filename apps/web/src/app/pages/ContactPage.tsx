import { Contact } from '../../features/about/Contact.js';
import { Page } from '../../ui/Page.js';

export default function ContactPage() {
  return (
    <Page narrow>
      <Contact />
    </Page>
  );
}
