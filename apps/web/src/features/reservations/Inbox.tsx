import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { InboxCard } from './InboxCard.js';
import { InboxOutcomes } from './InboxOutcomes.js';
import { RejectDialog } from './RejectDialog.js';
import { INBOX, type InboxItem } from './inbox.graphql.js';
import styles from './Inbox.module.css';
import { useDecisions } from './useDecisions.js';
import { useLiveInbox } from './useLiveInbox.js';

const PAGE = 20;

/** What waits for a decision, the oldest first; one or many are confirmed or rejected. What was decided stays until one leaves. */
export function Inbox() {
  const { t } = useTranslation();
  const { data, loading, error, refetch, fetchMore } = useQuery(INBOX, {
    variables: { first: PAGE },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  useLiveInbox(data?.reservations.edges.map(({ node }) => node) ?? [], PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, setRejecting] = useState<readonly InboxItem[] | null>(null);
  const { decide, outcomes, progress, busy } = useDecisions();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={120} />;

  const items = data.reservations.edges.map(({ node }) => node);
  const waiting = items.filter(({ state }) => state === 'SUBMITTED');
  const picked = waiting.filter(({ id }) => chosen.has(id));
  const all = waiting.length > 0 && picked.length === waiting.length;
  const working = progress !== null;
  const toggle = (id: string) =>
    setChosen((before) => (before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id])));

  async function run(which: readonly InboxItem[], reason: string | null) {
    await decide(which, reason);
    setChosen((before) => new Set([...before].filter((id) => !which.some((item) => item.id === id))));
  }

  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          van
          text={t('reservations.inbox.none')}
          action={<LinkButton to="/reservaties">{t('reservations.inbox.toReservations')}</LinkButton>}
        />
      ) : (
        <div className={styles.bar}>
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={all}
              disabled={waiting.length === 0 || working}
              ref={(box) => {
                if (box) box.indeterminate = picked.length > 0 && !all;
              }}
              onChange={() => setChosen(all ? new Set() : new Set(waiting.map(({ id }) => id)))}
            />
            {t('reservations.inbox.all')}
          </label>
          <span className={styles.muted}>{t('reservations.inbox.picked', { count: picked.length })}</span>
          <div className={styles.buttons}>
            <Button disabled={picked.length === 0 || working} onClick={() => void run(picked, null)}>
              {working
                ? t('reservations.inbox.progress', progress)
                : picked.length > 0
                  ? t('reservations.inbox.confirmMany', { count: picked.length })
                  : t('reservations.do.confirm')}
            </Button>
            <Button color="red" variant="default" disabled={picked.length === 0 || working} onClick={() => setRejecting(picked)}>
              {picked.length > 0 ? t('reservations.inbox.rejectMany', { count: picked.length }) : t('reservations.do.reject')}
            </Button>
            <ExportButton list="reservaties" variables={{ filter: { toDecide: true } }} />
          </div>
        </div>
      )}
      <InboxOutcomes outcomes={outcomes} progress={progress} onRefresh={() => void refetch()} />
      <ul className={styles.items} aria-busy={loading || working}>
        {items.map((item) => (
          <InboxCard
            key={item.id}
            item={item}
            chosen={chosen.has(item.id)}
            busy={busy.has(item.id)}
            locked={working}
            onToggle={() => toggle(item.id)}
            onConfirm={() => void run([item], null)}
            onReject={() => setRejecting([item])}
          />
        ))}
      </ul>
      {data.reservations.pageInfo.hasNextPage ? (
        <p className={styles.more}>
          <Button
            variant="default"
            disabled={loading}
            onClick={() => void fetchMore({ variables: { after: data.reservations.pageInfo.endCursor } })}
          >
            {loading ? t('reservations.busy') : t('reservations.list.more')}
          </Button>
        </p>
      ) : null}
      <RejectDialog
        open={rejecting !== null}
        title={
          rejecting?.length === 1
            ? t('reservations.reject.title', { number: rejecting[0]?.number ?? '' })
            : t('reservations.inbox.rejectTitle', { count: rejecting?.length ?? 0 })
        }
        onClose={() => setRejecting(null)}
        onReject={async (reason) => {
          const which = rejecting ?? [];
          setRejecting(null);
          await run(which, reason);
        }}
      />
    </>
  );
}
