import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useParams, useSearchParams } from 'react-router';
import { History } from '../../features/reservations/History.js';
import { NewBanner } from '../../features/reservations/NewBanner.js';
import { ReservationActions } from '../../features/reservations/ReservationActions.js';
import { RESERVATION } from '../../features/reservations/reservation.graphql.js';
import styles from '../../features/reservations/ReservationDetail.module.css';
import { ReservationFacts } from '../../features/reservations/ReservationFacts.js';
import { WhoComes } from '../../features/instructors/WhoComes.js';
import { PartOfSeries } from '../../features/series/PartOfSeries.js';
import { CareWarnings } from '../../features/upkeep/CareWarnings.js';
import { useLive } from '../../graphql/live/useLive.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ReservationStateTag } from '../../ui/ReservationStateTag.js';
import { SignInFirst } from '../SignInFirst.js';
import NotFoundPage from './NotFoundPage.js';

/** One reservation: what is agreed, what one may do now, and what happened. */
export default function ReservationPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { t } = useTranslation();
  const { viewer, loading: knowingViewer } = useViewer();
  const { data, error, refetch } = useQuery(RESERVATION, {
    variables: { id },
    skip: !viewer,
    fetchPolicy: 'cache-and-network',
  });
  useLive({ RESERVATION: [id] }, () => viewer && refetch());
  const reservation = data?.reservation;
  if (data && !reservation) return <NotFoundPage />;
  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { to: '/reservaties', label: t(viewer?.role === 'COORDINATOR' ? 'app.nav.mine' : 'app.nav.reservations') },
          { label: reservation?.number ?? t('ui.loading') },
        ]}
      />
      {viewer || knowingViewer ? null : <SignInFirst />}
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && (viewer || knowingViewer) ? <DelayedSkeleton count={2} height={300} /> : null}
      {reservation ? (
        <>
          {params.has('nieuw') ? <NewBanner reservation={reservation} /> : null}
          <PageHeading
            title={t('reservations.detail.title', { number: reservation.number })}
            actions={
              <>
                <ReservationStateTag state={reservation.state} />
                {reservation.state === 'CONFIRMED' && viewerMay(viewer, 'reservation.handOver') ? (
                  <LinkButton to={`/overdracht/${reservation.id}`} variant="light">
                    {t('handover.open')}
                  </LinkButton>
                ) : null}
              </>
            }
          />
          <div className={styles.columns}>
            <div className={styles.main}>
              <CareWarnings reservationId={reservation.id} />
              <ReservationFacts reservation={reservation} />
              <WhoComes reservationId={reservation.id} mayAssign={viewerMay(viewer, 'reservation.adjust')} />
              <PartOfSeries reservationId={reservation.id} />
              <History reservation={reservation} />
            </div>
            <ReservationActions
              key={reservation.id}
              reservation={reservation}
              mayAdjust={viewerMay(viewer, 'reservation.adjust')}
              mayOverride={viewerMay(viewer, 'reservation.override')}
            />
          </div>
        </>
      ) : null}
    </Page>
  );
}
