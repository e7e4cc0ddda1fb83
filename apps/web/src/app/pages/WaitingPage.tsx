import { WaitingPlaces } from '../../features/waiting/WaitingPlaces.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** One's places in line; for who plans, everybody's. */
export default function WaitingPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const plans = viewer !== null && viewer.role !== 'COORDINATOR';
  return (
    <Page>
      <PageHeading title={t('waiting.title')} lead={t(plans ? 'waiting.leadPlanner' : 'waiting.lead')} />
      {loading ? <DelayedSkeleton count={3} height={120} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !viewerMay(viewer, 'waitingList.read') ? <NotForYou /> : null}
      {viewerMay(viewer, 'waitingList.read') ? <WaitingPlaces everybody={plans} /> : null}
    </Page>
  );
}
