import { SitesOverview } from '../../features/sites/SitesOverview.js';
import { Page } from '../../ui/Page.js';

export default function SitesPage() {
  return (
    <Page>
      <SitesOverview />
    </Page>
  );
}
