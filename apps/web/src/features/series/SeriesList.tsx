import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useFormat } from '../../ui/useFormat.js';
import { SERIES_LIST } from './series.graphql.js';
import styles from './series.module.css';

const STANDS = ['SUBMITTED', 'CONFIRMED', 'ENDED'];

/** The series of one's organisation, or for who plans of everybody. */
export function SeriesList({ showOrganisation }: { showOrganisation: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data, error, refetch } = useQuery(SERIES_LIST, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={92} />;
  if (data.seriesList.length === 0)
    return <EmptyState van text={t('series.none')} action={<LinkButton to="/kits">{t('series.toKits')}</LinkButton>} />;
  return (
    <>
      <ListBar list="reeksen" />
      <ul className={styles.list}>
        {data.seriesList.map(({ id, number, kind, purpose, organisation, occurrences }) => {
          const days = occurrences.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]).toSorted();
          const stands = occurrences.filter(({ reservation }) => reservation && STANDS.includes(reservation.state)).length;
          const unit = occurrences[0]?.unit;
          return (
            <li key={id}>
              <KitDrawing name={unit?.model.drawing ?? ''} size={64} />
              <div>
                <h2>
                  <Link to={`/reeksen/${id}`}>
                    {unit ? text(unit.model.name) : number} <span className={styles.code}>{number}</span>
                  </Link>
                </h2>
                <p className={styles.muted}>
                  {[showOrganisation ? organisation.name : '', t(`series.kind.${kind}`), purpose].filter(Boolean).join(' · ')}
                </p>
              </div>
              <p>
                {days.length > 0 ? format.periodShort(days[0]!, days.at(-1)!) : ''}
                <br />
                {t('series.stand', { stands, total: occurrences.length })}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
