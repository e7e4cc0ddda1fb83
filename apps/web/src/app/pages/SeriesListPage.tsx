import { SeriesList } from '../../features/series/SeriesList.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** All series that the viewer may see. */
export default function SeriesListPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  return (
    <Page>
      <PageHeading title={t('series.title')} lead={t('series.lead')} />
      {loading ? <DelayedSkeleton count={3} height={92} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !viewerMay(viewer, 'reservation.read') ? <NotForYou /> : null}
      {viewer && viewerMay(viewer, 'reservation.read') ? <SeriesList showOrganisation={viewer.role !== 'COORDINATOR'} /> : null}
    </Page>
  );
}
