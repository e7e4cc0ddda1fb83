import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { AccessRequestsQuery } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { ACCESS_REQUESTS, DECIDE_ACCESS } from './people.graphql.js';
import styles from './people.module.css';

type Request = AccessRequestsQuery['accessRequests'][number];

/** New schools and companies that ask to use it, the oldest first; a planner says yes or no. */
export function AccessRequests() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const toast = useToast();
  const { data, error, refetch } = useQuery(ACCESS_REQUESTS, { variables: { state: 'OPEN' }, fetchPolicy: 'cache-and-network' });
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ id: string; refusal: RefusalParts } | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [rejecting, setRejecting] = useState<Request | null>(null);
  const [reason, setReason] = useState('');

  async function decide(request: Request, accept: boolean) {
    setBusy(request.id);
    setRefused(null);
    setFailed(null);
    try {
      const variables = { id: request.id, accept, reason: accept ? null : reason };
      const { data: decided } = await client.mutate({ mutation: DECIDE_ACCESS, variables });
      const result = decided?.decideAccess;
      if (result?.__typename === 'Refusal') setRefused({ id: request.id, refusal: result });
      else
        toast({ text: t(accept ? 'people.requests.accepted' : 'people.requests.rejected', { name: request.organisationName }) });
      // Whoever decided first: the list says what is left.
      if (result?.__typename !== 'Refusal' || result.reasons.some(({ code }) => code === 'STATE_CHANGED')) await refetch();
    } catch (error_) {
      setFailed(error_);
    } finally {
      setBusy(null);
      setRejecting(null);
    }
  }

  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={2} height={140} />;
  return (
    <>
      {failed ? <ErrorState error={failed} /> : null}
      {refused && !data.accessRequests.some(({ id }) => id === refused.id) ? <RefusalView refusal={refused.refusal} /> : null}
      {data.accessRequests.length === 0 ? <EmptyState text={t('people.requests.none')} /> : null}
      {data.accessRequests.length > 0 ? <ListBar list="toegang" variables={{ state: 'OPEN' }} /> : null}
      <ul className={styles.requests}>
        {data.accessRequests.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            busy={busy === request.id}
            refusal={refused?.id === request.id ? refused.refusal : null}
            onAccept={() => void decide(request, true)}
            onReject={() => {
              setReason('');
              setRejecting(request);
            }}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={rejecting !== null}
        danger
        title={t('people.requests.rejectTitle', { name: rejecting?.organisationName ?? '' })}
        confirmLabel={t('people.requests.reject')}
        disabled={reason.trim().length < 3}
        onConfirm={() => (rejecting ? decide(rejecting, false) : undefined)}
        onClose={() => setRejecting(null)}
      >
        <Textarea
          label={t('people.requests.reason')}
          description={t('people.requests.reasonHelp')}
          required
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}

type CardProps = { request: Request; busy: boolean; refusal: RefusalParts | null; onAccept: () => void; onReject: () => void };

function RequestCard({ request, busy, refusal, onAccept, onReject }: CardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { organisationName, contactName, contactEmail, contactPhone, street, postcode, town, message } = request;
  const address = [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <li className={styles.request}>
      <div>
        <h3>{organisationName}</h3>
        <p>
          {t(`people.kind.${request.organisationKind}`)} · {formatNumber(request.enterpriseNumber)}
          {address ? ` · ${address}` : ''}
        </p>
        <p>
          {contactName}, <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
          {contactPhone ? `, ${contactPhone}` : ''}
        </p>
        {message ? <blockquote>{message}</blockquote> : null}
        <p className={styles.muted}>{t('people.requests.askedAt', { at: format.instant(request.createdAt) })}</p>
      </div>
      <div className={styles.buttons}>
        <Button disabled={busy} onClick={onAccept}>
          {busy ? t('people.busy') : t('people.requests.accept')}
          <span className="visually-hidden"> {organisationName}</span>
        </Button>
        <Button variant="default" disabled={busy} onClick={onReject}>
          {t('people.requests.reject')}
          <span className="visually-hidden"> {organisationName}</span>
        </Button>
      </div>
      {refusal ? (
        <div className={styles.whole}>
          <RefusalView refusal={refusal} />
        </div>
      ) : null}
    </li>
  );
}

/** `0123.456.749`, as it is written in Belgium. */
function formatNumber(digits: string): string {
  return `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`;
}
