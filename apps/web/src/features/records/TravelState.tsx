import { useQuery } from '@apollo/client/react';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './records.module.css';
import { TRAVEL_STATE } from './settings.graphql.js';

/** Where the travel between sites comes from, and whether that works. */
export function TravelState() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(TRAVEL_STATE, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { source, ways, estimated, oldest, refreshedAt, failed } = data.travelState;
  const tone = failed ? 'red' : source === 'ROADS' && estimated > 0 ? 'yellow' : 'green';
  return (
    <div className={styles.travel}>
      <h3>{t('records.travel.title')}</h3>
      <p>
        <StatusTag tone={tone}>{t(failed ? 'records.travel.failed' : `records.travel.source.${source}`)}</StatusTag>
      </p>
      <p className={styles.help}>
        {t('records.travel.ways', { estimated: format.number(estimated), total: format.number(ways) })}{' '}
        {oldest ? t('records.travel.oldest', { day: format.instant(oldest) }) : null}{' '}
        {refreshedAt ? t('records.travel.refreshed', { moment: format.instant(refreshedAt) }) : t('records.travel.never')}
      </p>
    </div>
  );
}
