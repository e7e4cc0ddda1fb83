import { RoundList } from '../../features/rounds/RoundList.js';
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

/** Rounds in which requests are shared out. */
export default function RoundsPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'round.read');
  const mayPlan = viewerMay(viewer, 'round.plan');
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/aanvragen', label: t('requests.open') }, { label: t('rounds.open') }]} />
      <PageHeading
        title={t('rounds.title')}
        lead={t('rounds.lead')}
        actions={
          mayPlan ? (
            <LinkButton to="/rondes/nieuw" leftSection={<Icon name="plus" />}>
              {t('rounds.new')}
            </LinkButton>
          ) : null
        }
      />
      {loading ? <DelayedSkeleton count={2} height={120} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <RoundList mayPlan={mayPlan} /> : null}
    </Page>
  );
}
