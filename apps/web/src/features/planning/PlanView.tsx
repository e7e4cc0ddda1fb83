import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useLive } from '../../graphql/live/useLive.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { useFormat } from '../../ui/useFormat.js';
import { type AnyPlan, PLAN, STOP_PLAN } from './planning.graphql.js';
import styles from './planning.module.css';
import { PlanStateTag } from './PlanStateTag.js';
import { ProposalView } from './ProposalView.js';

/** One plan: how the search goes, and what it proposes. */
export function PlanView({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(PLAN, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useLive({ PLAN: [id] }, () => refetch());
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={140} />;
  const { plan } = data;
  if (!plan) return <EmptyState van text={t('planning.gone')} />;
  return (
    <>
      <PageHeading
        title={`${t(`planning.kind.${plan.kind}`)} · ${format.periodShort(plan.firstDay, plan.lastDay)}`}
        lead={[plan.unit?.code, plan.site?.name, plan.createdByName, format.instant(plan.createdAt)].filter(Boolean).join(' · ')}
      />
      {plan.proposal ? (
        <ProposalView plan={plan} proposal={plan.proposal} onChanged={() => refetch()} />
      ) : plan.state === 'FAILED' ? (
        <EmptyState van text={t('planning.failed')} action={<LinkButton to="/plannen/nieuw">{t('planning.new')}</LinkButton>} />
      ) : (
        <Searching plan={plan} />
      )}
    </>
  );
}

function Searching({ plan }: { plan: AnyPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [stop, { loading, error }] = useMutation(STOP_PLAN, { refetchQueries: [PLAN] });
  const { progress, seconds, stopAsked, state } = plan;
  const done = Math.min(100, Math.round(((progress?.elapsed ?? 0) / (seconds * 1000)) * 100));
  return (
    <section className={styles.searching} aria-live="polite">
      <div>
        <PlanStateTag state={state} />
      </div>
      <progress className={styles.progress} max={100} value={done} aria-label={t('planning.searching')} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('planning.best')}</dt>
          <dd>{progress ? t('planning.servedOf', { served: progress.served, asked: progress.asked }) : '–'}</dd>
        </div>
        <div>
          <dt>{t('planning.km')}</dt>
          <dd>{progress ? format.km(progress.km) : '–'}</dd>
        </div>
        <div>
          <dt>{t('planning.elapsed')}</dt>
          <dd>{t('planning.secondsOf', { done: Math.round((progress?.elapsed ?? 0) / 1000), all: seconds })}</dd>
        </div>
      </dl>
      {error ? <ErrorState error={error} /> : null}
      <div>
        <Button
          variant="default"
          loading={loading}
          disabled={stopAsked}
          onClick={() => void stop({ variables: { id: plan.id } })}
        >
          {t(stopAsked ? 'planning.stopping' : 'planning.stop')}
        </Button>
      </div>
      <p className={styles.muted}>{t('planning.leave')}</p>
    </section>
  );
}
