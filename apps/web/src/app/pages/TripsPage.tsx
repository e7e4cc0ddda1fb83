import { TripBoard } from '../../features/trips/TripBoard.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** Vans and their drivers on a day, for who plans them. */
export default function TripsPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'plan.make');
  return (
    <Page>
      <PageHeading title={t('trips.title')} lead={t('trips.lead')} />
      {loading ? <DelayedSkeleton count={3} height={120} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <TripBoard /> : null}
    </Page>
  );
}
