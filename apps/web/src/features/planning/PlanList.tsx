import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useLive } from '../../graphql/live/useLive.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useFormat } from '../../ui/useFormat.js';
import { PLANS } from './planning.graphql.js';
import styles from './planning.module.css';
import { PlanStateTag } from './PlanStateTag.js';

/** What planners asked for, the latest first. */
export function PlanList() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(PLANS, { fetchPolicy: 'cache-and-network' });
  useLive({ PLAN: 'any' }, () => refetch());
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={96} />;
  if (data.plans.length === 0)
    return <EmptyState van text={t('planning.none')} action={<LinkButton to="/plannen/nieuw">{t('planning.new')}</LinkButton>} />;
  return (
    <>
      <ListBar list="plannen" />
      <ul className={styles.rows}>
        {data.plans.map(({ id, kind, state, firstDay, lastDay, createdAt, createdByName, unit, site, proposal }) => (
          <li key={id} className={styles.card}>
            <div>
              <h2>
                <Link to={`/plannen/${id}`}>
                  {t(`planning.kind.${kind}`)} · {format.periodShort(firstDay, lastDay)}
                </Link>
              </h2>
              <p className={styles.muted}>
                {[unit?.code, site?.name, createdByName, format.instant(createdAt)].filter(Boolean).join(' · ')}
              </p>
            </div>
            <div className={styles.side}>
              {proposal?.dismissedAt ? <span>{t('planning.dismissed')}</span> : <PlanStateTag state={state} />}
              {proposal ? (
                <span>
                  {t('planning.servedOf', { served: proposal.figures.served, asked: proposal.figures.asked })} ·{' '}
                  {format.km(proposal.figures.km)}
                </span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
