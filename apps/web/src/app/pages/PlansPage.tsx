import { PlanList } from '../../features/planning/PlanList.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** What planners had worked out. */
export default function PlansPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'plan.make');
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/aanvragen', label: t('requests.open') }, { label: t('planning.open') }]} />
      <PageHeading
        title={t('planning.title')}
        lead={t('planning.lead')}
        actions={
          may ? (
            <LinkButton to="/plannen/nieuw" leftSection={<Icon name="plus" />}>
              {t('planning.new')}
            </LinkButton>
          ) : null
        }
      />
      {loading ? <DelayedSkeleton count={3} height={120} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <PlanList /> : null}
    </Page>
  );
}
