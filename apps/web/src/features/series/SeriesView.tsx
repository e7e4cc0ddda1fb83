import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ReservationStateTag } from '../../ui/ReservationStateTag.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { ChangeTimes } from './ChangeTimes.js';
import { SERIES, type SeriesTime } from './series.graphql.js';
import styles from './series.module.css';

/** A series with each of its times: what stands, what could not be, and what can be changed together. */
export function SeriesView({ id, fresh }: { id: string; fresh: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data, error, refetch } = useQuery(SERIES, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState<{ time: SeriesTime; verb: 'change' | 'cancel' } | null>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={90} />;
  const { series } = data;
  if (!series)
    return <EmptyState van text={t('series.unknown')} action={<LinkButton to="/reeksen">{t('series.all')}</LinkButton>} />;
  const refused = series.occurrences.filter((time) => time.refused).length;
  const [first] = series.occurrences;

  return (
    <>
      <PageHeading
        title={t('series.name', { number: series.number })}
        lead={[t(`series.kind.${series.kind}`), series.purpose, series.organisation.name].filter(Boolean).join(' · ')}
      />
      {fresh ? (
        <p className={styles.fresh} role="status">
          {refused > 0
            ? t('series.freshSome', { booked: series.occurrences.length - refused, total: series.occurrences.length })
            : t('series.fresh', { count: series.occurrences.length })}
        </p>
      ) : null}
      <div className={styles.subject}>
        <KitDrawing name={first?.unit.model.drawing ?? ''} size={72} />
        <h2>{first ? text(first.unit.model.name) : ''}</h2>
      </div>
      <ol className={styles.times} aria-label={t('series.times2')}>
        {series.occurrences.map((time) => {
          const days = format.periodShort(time.firstDay, time.lastDay);
          const may = (action: string) => time.reservation?.allowedActions.includes(action) ?? false;
          return (
            <li key={time.id} data-conflict={time.refused ? true : undefined}>
              <div className={styles.time}>
                <strong>{days}</strong>
                <span className={styles.muted}>
                  {time.site.name}, {time.site.town} · {time.unit.code}
                </span>
              </div>
              {time.reservation ? (
                <span className={styles.tags}>
                  <ReservationStateTag state={time.reservation.state} />
                  <Link to={`/reservaties/${time.reservation.id}`}>{time.reservation.number}</Link>
                </span>
              ) : (
                <StatusTag tone="red">{t('series.notBooked')}</StatusTag>
              )}
              <span className={styles.tools}>
                {may('CHANGE') ? (
                  <Button variant="default" onClick={() => setAsking({ time, verb: 'change' })}>
                    {t('series.change.open')}
                    <span className="visually-hidden">: {days}</span>
                  </Button>
                ) : null}
                {may('CANCEL') ? (
                  <Button variant="default" onClick={() => setAsking({ time, verb: 'cancel' })}>
                    {t('series.cancel.open')}
                    <span className="visually-hidden">: {days}</span>
                  </Button>
                ) : null}
                {time.refused ? (
                  <>
                    <LinkButton variant="default" to={`/toestel/${time.unit.code}?${address(time)}`}>
                      {t('series.otherDay')}
                      <span className="visually-hidden">: {days}</span>
                    </LinkButton>
                    <LinkButton variant="default" to={`/wachtlijst/nieuw?toestel=${time.unit.code}&${address(time)}`}>
                      {t('series.wait')}
                      <span className="visually-hidden">: {days}</span>
                    </LinkButton>
                  </>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
      {asking ? (
        <ChangeTimes key={asking.time.id} series={series} time={asking.time} verb={asking.verb} onClose={() => setAsking(null)} />
      ) : null}
    </>
  );
}

const address = ({ firstDay, lastDay, site }: SeriesTime) =>
  String(new URLSearchParams({ van: firstDay, tot: lastDay, locatie: site.code }));
