import { CatalogueList } from '../../features/equipment/CatalogueList.js';
import { NoUnitsYet } from '../../features/records/NoUnitsYet.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Page } from '../../ui/Page.js';

export default function KitsPage() {
  const { viewer } = useViewer();
  return (
    <Page>
      {viewerMay(viewer, 'data.manage') ? <NoUnitsYet /> : null}
      <CatalogueList />
    </Page>
  );
}
