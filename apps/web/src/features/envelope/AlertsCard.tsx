import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon, type IconName } from '../../ui/icons.js';
import { useFormat } from '../../ui/useFormat.js';
import { ALERTS, type Alert } from './envelope.graphql.js';
import styles from './envelope.module.css';

const ICONS: Record<Alert['tone'], IconName> = { RED: 'warning', YELLOW: 'clock', GREEN: 'check' };

/** Where each alert is settled. */
const ADDRESSES: Record<Alert['kind'], (id: string | null) => string | null> = {
  LEDGER_DIFFERS: () => null,
  LEDGER_UNCHECKED: () => null,
  INVOICES_OLD: () => '/budget/facturen?toon=oud',
  THRESHOLD_CROSSED: (id) => `/budget/boekingen?stuk=${id}`,
  WINDOW_CLOSING: () => '/budget/facturen?toon=te-betalen',
  NOT_USED_IN_TIME: () => '/budget/wat-als',
  LINE_NEARLY_FULL: (id) => `/budget/boekingen?cijfer=committed&lijn=${id}`,
  TRANSFERS_WAIT: () => null,
  CLAIMABLE: (id) => `/budget/boekingen?cijfer=paid&overeenkomst=${id}`,
  DURABILITY_SOON: () => '/budget/gebruik',
  RETENTION_SOON: () => '/budget/gebruik',
};
const MOST = 6;

/** What an officer should know; each of them ends in one action. */
export function AlertsCard({ envelopeId }: { envelopeId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { data, previousData, error, refetch } = useQuery(ALERTS, {
    variables: { envelopeId },
    fetchPolicy: 'cache-and-network',
  });
  const alerts = (data ?? previousData)?.budgetAlerts;
  const values = ({ label, count, cents, day, kind }: Alert) => ({
    label,
    count: kind === 'LINE_NEARLY_FULL' ? 0 : count,
    percent: format.number(count / 100, 1),
    amount: cents === null ? '' : format.euro(cents),
    day: day ? format.dayNumeric(day) : '',
  });
  return (
    <section className={styles.card} aria-labelledby="envelope-alerts">
      <h2 id="envelope-alerts">{t('envelope.alerts')}</h2>
      {error && !alerts ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!alerts && !error ? <DelayedSkeleton count={3} height={48} /> : null}
      {alerts?.length === 0 ? <p className={styles.note}>{t('envelope.noAlerts')}</p> : null}
      <ul className={styles.alerts}>
        {(all ? alerts : alerts?.slice(0, MOST))?.map((alert) => {
          const address = ADDRESSES[alert.kind](alert.aboutId);
          return (
            <li key={`${alert.kind} ${alert.aboutId}`} data-tone={alert.tone}>
              <span className={styles.sign}>
                <Icon name={ICONS[alert.tone]} size={20} />
              </span>
              <p>
                <strong>{t(`envelope.alert.${alert.kind}.title`, values(alert))}</strong>{' '}
                {t(`envelope.alert.${alert.kind}.text`, values(alert))}{' '}
                {address ? <Link to={address}>{t(`envelope.alert.${alert.kind}.action`)}</Link> : null}
              </p>
            </li>
          );
        })}
      </ul>
      {alerts && alerts.length > MOST && !all ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('envelope.moreAlerts', { number: alerts.length })}
        </Button>
      ) : null}
    </section>
  );
}
