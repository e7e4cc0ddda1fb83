import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useFormat } from '../../ui/useFormat.js';
import { ROUNDS } from './rounds.graphql.js';
import styles from './rounds.module.css';
import { RoundStateTag } from './RoundStateTag.js';

/** All rounds, the latest first. */
export function RoundList({ mayPlan }: { mayPlan: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data, error, refetch } = useQuery(ROUNDS, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={2} height={120} />;
  if (data.rounds.length === 0)
    return (
      <EmptyState
        van
        text={t('rounds.none')}
        action={mayPlan ? <LinkButton to="/rondes/nieuw">{t('rounds.new')}</LinkButton> : undefined}
      />
    );
  return (
    <>
      <ListBar list="rondes" />
      <ul className={styles.cards}>
        {data.rounds.map((round) => (
          <li key={round.id} className={styles.card}>
            <div>
              <h2>
                <Link to={`/rondes/${round.id}`}>{round.name}</Link>
              </h2>
              <p>{round.models.map(({ name }) => text(name)).join(', ')}</p>
              <p className={styles.muted}>
                {t('rounds.enrol', { period: format.periodShort(round.opensOn, round.closesOn) })} ·{' '}
                {t('rounds.shares', { period: format.periodShort(round.firstDay, round.lastDay) })}
              </p>
            </div>
            <div className={styles.cardState}>
              <RoundStateTag state={round.state} />
              {round.requestCount === null ? null : <p>{t('rounds.requestCount', { count: round.requestCount })}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
