import { PlanForm } from '../../features/planning/PlanForm.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** Asks for a plan. */
export default function NewPlanPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'plan.make');
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/plannen', label: t('planning.open') }, { label: t('planning.newTitle') }]} />
      <PageHeading title={t('planning.newTitle')} lead={t('planning.lead')} />
      {loading ? <DelayedSkeleton count={3} height={120} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <PlanForm /> : null}
    </Page>
  );
}
