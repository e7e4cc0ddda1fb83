import { useParams } from 'react-router';
import { RoundView } from '../../features/rounds/RoundView.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** One round. */
export default function RoundPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'round.read');
  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { to: '/aanvragen', label: t('requests.open') },
          { to: '/rondes', label: t('rounds.open') },
        ]}
      />
      {loading ? <DelayedSkeleton count={3} height={160} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {may ? <RoundView id={id} /> : null}
    </Page>
  );
}
