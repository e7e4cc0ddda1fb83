import { useTranslation } from '../../ui/i18n/texts.js';
import { Link, useSearchParams } from 'react-router';
import { AccessRequests } from '../../features/people/AccessRequests.js';
import { Inbox } from '../../features/reservations/Inbox.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';
import styles from './InboxPage.module.css';

/** What waits for an answer: reservations, and for planners those who ask to use it. */
export default function InboxPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { viewer, loading } = useViewer();
  const access = viewerMay(viewer, 'access.decide');
  const may = access || viewerMay(viewer, 'reservation.confirm');
  const part = access && params.get('deel') === 'toegang' ? 'access' : 'reservations';
  return (
    <Page>
      <PageHeading
        title={t('app.nav.inbox')}
        lead={t(access ? 'reservations.inbox.leadPlanner' : 'reservations.inbox.leadHost')}
      />
      {loading ? <DelayedSkeleton count={4} height={120} /> : null}
      {loading || viewer ? null : <SignInFirst />}
      {viewer && !may ? <NotForYou /> : null}
      {access ? (
        <nav className={styles.tabs} aria-label={t('reservations.inbox.parts')}>
          <Link to="/inbox" aria-current={part === 'reservations' ? 'page' : undefined}>
            {t('reservations.list.title')}
          </Link>
          <Link to="/inbox?deel=toegang" aria-current={part === 'access' ? 'page' : undefined}>
            {t('people.requests.title')}
          </Link>
          <Link to="/aanvragen">{t('requests.title.all')}</Link>
        </nav>
      ) : null}
      {may ? part === 'access' ? <AccessRequests /> : <Inbox /> : null}
    </Page>
  );
}
