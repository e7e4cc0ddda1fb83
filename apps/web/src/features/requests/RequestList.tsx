import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RequestState } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { useLive } from '../../graphql/live/useLive.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { PlaceDialog } from './PlaceDialog.js';
import { RequestCard } from './RequestCard.js';
import { type AnyRequest, REFUSE, REQUESTS, WITHDRAW } from './requests.graphql.js';
import styles from './requests.module.css';

type Props = { everybody: boolean; states: RequestState[] | null; text?: string };

/** Requests with what can be done to each: one's own, or for who plans everybody's. */
export function RequestList({ everybody, states, text = '' }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const filter = { everybody, states, text: text || null };
  const { data, error, refetch, fetchMore } = useQuery(REQUESTS, { variables: { filter }, fetchPolicy: 'cache-and-network' });
  useLive({ REQUEST: 'any' }, () => refetch());
  const after = { refetchQueries: [REQUESTS], awaitRefetchQueries: true };
  const [withdraw] = useMutation(WITHDRAW, after);
  const [refuse] = useMutation(REFUSE, after);
  const [asking, setAsking] = useState<{ request: AnyRequest; verb: 'withdraw' | 'refuse' | 'place' } | null>(null);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={150} />;

  const close = () => {
    setAsking(null);
    setReason('');
  };
  async function answer() {
    const { request, verb } = asking!;
    const { id, version } = request;
    setRefusal(null);
    setFailed(null);
    try {
      const result =
        verb === 'refuse'
          ? (await refuse({ variables: { id, version, reason: reason.trim() } })).data!.refuseRequest
          : (await withdraw({ variables: { id, version } })).data!.withdrawRequest;
      if (result.__typename === 'Refusal') setRefusal(result as RefusalParts);
      else toast({ text: t(verb === 'refuse' ? 'requests.did.refuse' : 'requests.did.withdraw', { number: request.number }) });
    } catch (thrown) {
      setFailed(thrown);
    }
    close();
  }
  const { edges, pageInfo, totalCount } = data.requests;
  return (
    <div className={styles.whole}>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {edges.length === 0 ? (
        everybody ? (
          <EmptyState van text={t('requests.nobody')} />
        ) : (
          <EmptyState van text={t('requests.none')} action={<LinkButton to="/aanvragen/nieuw">{t('requests.new')}</LinkButton>} />
        )
      ) : (
        <>
          <ListBar list="aanvragen" variables={{ filter }} />
          <p className={styles.muted}>{t('requests.count', { count: totalCount })}</p>
          <ul className={styles.cards}>
            {edges.map(({ node }) => {
              const may = (action: string) => node.allowedActions.includes(action);
              const which = <span className="visually-hidden">: {node.number}</span>;
              return (
                <RequestCard key={node.id} request={node} showOrganisation={everybody}>
                  {node.allowedActions.length === 0 ? null : everybody && may('PLACE') ? (
                    <>
                      <Button onClick={() => setAsking({ request: node, verb: 'place' })}>
                        {t('requests.do.place')}
                        {which}
                      </Button>
                      <Button variant="default" onClick={() => setAsking({ request: node, verb: 'refuse' })}>
                        {t('requests.do.refuse')}
                        {which}
                      </Button>
                    </>
                  ) : may('WITHDRAW') ? (
                    <Button variant="default" onClick={() => setAsking({ request: node, verb: 'withdraw' })}>
                      {t('requests.do.withdraw')}
                      {which}
                    </Button>
                  ) : null}
                </RequestCard>
              );
            })}
          </ul>
          {pageInfo.hasNextPage ? (
            <div>
              <Button
                variant="default"
                onClick={() =>
                  void fetchMore({
                    variables: { filter, after: pageInfo.endCursor },
                    updateQuery: (before, { fetchMoreResult: more }) => ({
                      requests: { ...more.requests, edges: [...before.requests.edges, ...more.requests.edges] },
                    }),
                  })
                }
              >
                {t('requests.more')}
              </Button>
            </div>
          ) : null}
        </>
      )}
      <ConfirmDialog
        open={asking?.verb === 'refuse' || asking?.verb === 'withdraw'}
        danger
        title={t(asking?.verb === 'refuse' ? 'requests.ask.refuse' : 'requests.ask.withdraw', {
          number: asking?.request.number ?? '',
        })}
        confirmLabel={t(asking?.verb === 'refuse' ? 'requests.do.refuse' : 'requests.do.withdraw')}
        disabled={asking?.verb === 'refuse' && reason.trim().length < 3}
        onConfirm={answer}
        onClose={close}
      >
        {asking?.verb === 'refuse' ? (
          <Textarea
            label={t('requests.field.reason')}
            description={t('requests.help.reason')}
            required
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : (
          <p>{t('requests.help.withdraw')}</p>
        )}
      </ConfirmDialog>
      <PlaceDialog request={asking?.verb === 'place' ? asking.request : null} onClose={close} />
    </div>
  );
}
