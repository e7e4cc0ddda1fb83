import { LegList } from '../../features/legs/LegList.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** What has to be moved, for who plans it. */
export default function LegsPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'plan.make');
  return (
    <Page>
      <PageHeading title={t('legs.title')} lead={t('legs.lead')} />
      {loading ? <DelayedSkeleton count={3} height={120} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <LegList /> : null}
    </Page>
  );
}
