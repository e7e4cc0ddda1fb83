import { useMutation, useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { ACCEPT, DECLINE, LEAVE, type Waiting, WAITING_ENTRIES } from './waiting.graphql.js';
import { useLive } from '../../graphql/live/useLive.js';
import styles from './waiting.module.css';
import { WaitingCard } from './WaitingCard.js';

const OPEN = ['OFFERED', 'WAITING'];

/** Places in line: one's own organisation's, or for who plans the line of each model. */
export function WaitingPlaces({ everybody }: { everybody: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const id = useId();
  const { data, error, refetch } = useQuery(WAITING_ENTRIES, { variables: { everybody }, fetchPolicy: 'cache-and-network' });
  useLive({ WAITING_ENTRY: 'any' }, () => refetch());
  const after = { refetchQueries: [WAITING_ENTRIES], awaitRefetchQueries: true };
  const [accept, { loading: accepting }] = useMutation(ACCEPT, after);
  const [decline, { loading: declining }] = useMutation(DECLINE, after);
  const [leave, { loading: leaving }] = useMutation(LEAVE, after);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [asking, setAsking] = useState<{ entry: Waiting; verb: 'decline' | 'leave' } | null>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={120} />;

  async function attempt(write: () => Promise<unknown>, done: () => void): Promise<void> {
    setRefusal(null);
    setFailed(null);
    try {
      const result = (await write()) as { __typename: string };
      if (result.__typename === 'Refusal') {
        setRefusal(result as unknown as RefusalParts);
        void refetch();
      } else done();
    } catch (thrown) {
      setFailed(thrown);
    }
  }
  const take = (entry: Waiting) =>
    attempt(
      async () => (await accept({ variables: { id: entry.id } })).data!.acceptOffer,
      () => void navigate(`/reservaties/${entry.reservation!.id}?nieuw=1`),
    );
  async function letGo() {
    const { entry, verb } = asking!;
    await attempt(
      async () =>
        verb === 'decline'
          ? (await decline({ variables: { id: entry.id } })).data!.declineOffer
          : (await leave({ variables: { id: entry.id } })).data!.leaveWaitingList,
      () => toast({ text: t(`waiting.did.${verb}`) }),
    );
    setAsking(null);
  }

  const busy = accepting || declining || leaving;
  const entries = data.waitingEntries;
  const open = entries.filter(({ state }) => OPEN.includes(state));
  const settled = entries.filter(({ state }) => !OPEN.includes(state));
  const lines = Map.groupBy(open, ({ model }) => model.id);
  const cards = (some: readonly Waiting[]) => (
    <ul className={styles.cards}>
      {some.map((entry) => (
        <WaitingCard
          key={entry.id}
          entry={entry}
          showOrganisation={everybody}
          busy={busy}
          onAccept={() => void take(entry)}
          onDecline={() => setAsking({ entry, verb: 'decline' })}
          onLeave={() => setAsking({ entry, verb: 'leave' })}
        />
      ))}
    </ul>
  );

  return (
    <div className={styles.whole}>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {entries.length > 0 ? <ListBar list="wachtlijst" variables={{ everybody }} /> : null}
      {open.length === 0 ? (
        <EmptyState
          van
          text={t(everybody ? 'waiting.nobody' : 'waiting.none')}
          action={<LinkButton to="/">{t('waiting.search')}</LinkButton>}
        />
      ) : everybody ? (
        [...lines.values()].map((some) => (
          <section key={some[0]!.model.id} aria-labelledby={`${id}-${some[0]!.model.id}`}>
            <h2 id={`${id}-${some[0]!.model.id}`}>
              {t('waiting.line', { name: text(some[0]!.model.name), count: some.length })}
            </h2>
            {cards(some)}
          </section>
        ))
      ) : (
        <section aria-labelledby={`${id}-mine`}>
          <h2 id={`${id}-mine`}>{t('waiting.mine')}</h2>
          {cards(open)}
        </section>
      )}
      {settled.length > 0 ? (
        <section aria-labelledby={`${id}-settled`}>
          <h2 id={`${id}-settled`}>{t('waiting.settled')}</h2>
          {cards(settled)}
        </section>
      ) : null}
      <ConfirmDialog
        open={asking !== null}
        title={t(`waiting.ask.${asking?.verb ?? 'leave'}.title`)}
        confirmLabel={t(`waiting.ask.${asking?.verb ?? 'leave'}.do`)}
        danger
        onConfirm={letGo}
        onClose={() => setAsking(null)}
      >
        <p>{t(`waiting.ask.${asking?.verb ?? 'leave'}.text`)}</p>
      </ConfirmDialog>
    </div>
  );
}
