import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { FairnessChart } from './FairnessChart.js';
import { PlacementRow } from './PlacementRow.js';
import { ADJUST_ROUND, ALLOCATE_ROUND, CANCEL_ROUND, CLOSE_ROUND, PUBLISH_ROUND, ROUND } from './rounds.graphql.js';
import styles from './rounds.module.css';
import { RoundStateTag } from './RoundStateTag.js';

type Verb = 'close' | 'cancel' | 'allocate' | 'publish';

/** One round: what it shares out, the result with its reasons, how fair it is, and what the planner can do now. */
export function RoundView({ id }: { id: string }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const { data, error, refetch } = useQuery(ROUND, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const after = { refetchQueries: [ROUND], awaitRefetchQueries: true };
  const [close] = useMutation(CLOSE_ROUND, after);
  const [cancel] = useMutation(CANCEL_ROUND, after);
  const [allocate, { loading: allocating }] = useMutation(ALLOCATE_ROUND, after);
  const [adjust, { loading: adjusting }] = useMutation(ADJUST_ROUND, after);
  const [publish] = useMutation(PUBLISH_ROUND, after);
  const publishKey = useRef(crypto.randomUUID());
  const [asking, setAsking] = useState<'close' | 'cancel' | 'publish' | null>(null);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={160} />;
  const { round } = data;
  if (!round) return <EmptyState van text={t('rounds.gone')} />;
  const { version, state, mayPlan, placements } = round;

  async function attempt(write: () => Promise<unknown>, done?: string) {
    setRefusal(null);
    setFailed(null);
    try {
      const result = (await write()) as { __typename: string };
      if (result.__typename === 'Refusal') {
        setRefusal(result as unknown as RefusalParts);
        void refetch();
      } else if (done) toast({ text: done });
    } catch (thrown) {
      setFailed(thrown);
    }
    setAsking(null);
  }
  const variables = { id, version };
  const verbs: Record<Verb, () => Promise<void>> = {
    close: () => attempt(async () => (await close({ variables })).data!.closeRound, t('rounds.did.close')),
    cancel: () => attempt(async () => (await cancel({ variables })).data!.cancelRound, t('rounds.did.cancel')),
    allocate: () =>
      attempt(
        async () => (await allocate({ variables: { ...variables, seed: null } })).data!.allocateRound,
        t('rounds.did.allocate'),
      ),
    publish: () =>
      attempt(
        async () => (await publish({ variables: { ...variables, idempotencyKey: publishKey.current } })).data!.publishRound,
        t('rounds.did.publish'),
      ),
  };
  const caps = [
    round.capPlacements === null ? null : t('rounds.cap.placements', { count: round.capPlacements }),
    round.capDays === null ? null : t('rounds.cap.days', { count: round.capDays }),
  ].filter(Boolean);
  const placed = placements.filter(({ kind }) => kind === 'PLACED').length;
  const live = state === 'PLANNED' || state === 'OPEN' || state === 'CLOSED';
  return (
    <>
      <PageHeading
        title={round.name}
        lead={round.models.map(({ name }) => text(name)).join(', ')}
        actions={
          mayPlan && live ? (
            <>
              {state === 'OPEN' ? <Button onClick={() => setAsking('close')}>{t('rounds.do.close')}</Button> : null}
              {state === 'CLOSED' ? (
                <Button
                  {...(round.allocatedAt ? { variant: 'default' } : {})}
                  loading={allocating}
                  onClick={() => void verbs.allocate()}
                >
                  {t(round.allocatedAt ? 'rounds.do.again' : 'rounds.do.allocate')}
                </Button>
              ) : null}
              {state === 'CLOSED' && round.allocatedAt ? (
                <Button color="yellow" onClick={() => setAsking('publish')}>
                  {t('rounds.do.publish')}
                </Button>
              ) : null}
              <Button variant="default" onClick={() => setAsking('cancel')}>
                {t('rounds.do.cancel')}
              </Button>
            </>
          ) : null
        }
      />
      <dl className={styles.facts}>
        <div>
          <dt>{t('rounds.fact.state')}</dt>
          <dd>
            <RoundStateTag state={state} />
          </dd>
        </div>
        <div>
          <dt>{t('rounds.fact.enrol')}</dt>
          <dd>{format.periodShort(round.opensOn, round.closesOn)}</dd>
        </div>
        <div>
          <dt>{t('rounds.fact.shares')}</dt>
          <dd>{format.periodShort(round.firstDay, round.lastDay)}</dd>
        </div>
        <div>
          <dt>{t('rounds.fact.caps')}</dt>
          <dd>{caps.length ? caps.join(', ') : t('rounds.cap.none')}</dd>
        </div>
        <div>
          <dt>{t('rounds.fact.weights')}</dt>
          <dd>{t('rounds.weightsAre', { served: round.weightServed, access: round.weightAccess, group: round.weightGroup })}</dd>
        </div>
      </dl>
      <p className={styles.note}>{t(`rounds.now.${state}`)}</p>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {round.allocatedAt && (mayPlan || state === 'PUBLISHED') ? (
        <>
          <section className={styles.part}>
            <h2>{t(mayPlan ? 'rounds.result' : 'rounds.ownResult')}</h2>
            {placements.length === 0 ? (
              <p>{t(mayPlan ? 'rounds.noRequests' : 'rounds.noOwn')}</p>
            ) : (
              <>
                <p className={styles.muted}>
                  {t('rounds.placedOf', { placed, count: placements.length })}
                  {mayPlan ? ` ${t('rounds.seed', { seed: round.seed })}` : ''}
                </p>
                <ListBar list="verdeling" variables={{ id }} />
                <ul className={styles.rows}>
                  {placements.map((placement) => (
                    <PlacementRow
                      key={placement.request.id}
                      placement={placement}
                      adjustable={mayPlan && state === 'CLOSED'}
                      busy={adjusting}
                      onAdjust={(action) =>
                        void attempt(
                          async () =>
                            (await adjust({ variables: { input: { ...variables, requestId: placement.request.id, action } } }))
                              .data!.adjustRound,
                        )
                      }
                    />
                  ))}
                </ul>
              </>
            )}
          </section>
          {round.fairness ? <FairnessChart fairness={round.fairness} /> : null}
        </>
      ) : null}
      {mayPlan && !round.allocatedAt ? <p>{t('rounds.requestCount', { count: round.requestCount ?? 0 })}</p> : null}
      <ConfirmDialog
        open={asking !== null}
        danger={asking === 'cancel'}
        title={t(`rounds.ask.${asking ?? 'close'}.title`)}
        confirmLabel={t(`rounds.do.${asking ?? 'close'}`)}
        onConfirm={() => verbs[asking!]()}
        onClose={() => setAsking(null)}
      >
        <p>{t(`rounds.ask.${asking ?? 'close'}.text`)}</p>
      </ConfirmDialog>
    </>
  );
}
