import { useParams } from 'react-router';
import { PlanView } from '../../features/planning/PlanView.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** One plan: its search and its proposal. */
export default function PlanPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'plan.make');
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/plannen', label: t('planning.open') }]} />
      {loading ? <DelayedSkeleton count={3} height={120} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <PlanView id={id} /> : null}
    </Page>
  );
}
