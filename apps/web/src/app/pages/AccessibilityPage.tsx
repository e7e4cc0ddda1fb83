import { Accessibility } from '../../features/about/Accessibility.js';
import { Page } from '../../ui/Page.js';

export default function AccessibilityPage() {
  return (
    <Page narrow>
      <Accessibility />
    </Page>
  );
}
