import { CatalogueList } from '../../features/equipment/CatalogueList.js';
import { Page } from '../../ui/Page.js';

export default function KitsPage() {
  return (
    <Page>
      <CatalogueList />
    </Page>
  );
}
