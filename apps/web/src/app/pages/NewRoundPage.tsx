import { RoundForm } from '../../features/rounds/RoundForm.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** Plans a round. */
export default function NewRoundPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'round.plan');
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/rondes', label: t('rounds.open') }, { label: t('rounds.newTitle') }]} />
      <PageHeading title={t('rounds.newTitle')} lead={t('rounds.lead')} />
      {loading ? <DelayedSkeleton count={2} height={180} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <RoundForm /> : null}
    </Page>
  );
}
