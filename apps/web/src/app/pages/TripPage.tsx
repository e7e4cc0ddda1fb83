import { useParams } from 'react-router';
import { TripView } from '../../features/trips/TripView.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** One trip, for who plans it and who drives it. */
export default function TripPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const mayPlan = viewerMay(viewer, 'plan.make');
  const may = viewerMay(viewer, 'trip.drive');
  const crumb = mayPlan ? { to: '/ritten', label: t('trips.title') } : { to: '/mijn-rit', label: t('trips.mine') };
  return (
    <Page>
      <Breadcrumbs crumbs={[crumb, { label: t('trips.crumb') }]} />
      {loading ? <DelayedSkeleton count={3} height={120} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <TripView key={id} id={id} mayPlan={mayPlan} /> : null}
    </Page>
  );
}
