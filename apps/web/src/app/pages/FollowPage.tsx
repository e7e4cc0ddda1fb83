import { FollowList } from '../../features/follow/FollowList.js';
import { useViewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** The kits and models that the viewer follows. */
export default function FollowPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  return (
    <Page>
      <PageHeading title={t('follow.pageTitle')} lead={t('follow.lead')} />
      {loading ? <DelayedSkeleton count={3} height={88} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer ? <FollowList /> : null}
    </Page>
  );
}
