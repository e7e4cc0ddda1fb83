import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './envelope.module.css';
import { VALUE } from './value.graphql.js';
import { byModel } from './by-model.js';

const SHOWN = 6;

/** What an hour of training cost, of the models that cost most an hour and those that stand still. */
export function ValueCard() {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data, error, refetch } = useQuery(VALUE, { variables: { from: null, to: null } });
  const found = data?.equipmentValue;
  const models = useMemo(() => byModel(found?.units ?? []).filter(({ perHour }) => perHour !== null), [found]);
  const shown = models.slice(0, SHOWN);
  const most = Math.max(1, ...shown.map(({ perHour }) => Number(perHour)));
  const idle = found?.units.filter((unit) => unit.idle) ?? [];
  return (
    <section className={styles.card} aria-labelledby="envelope-value">
      <div className={styles.head}>
        <h2 id="envelope-value">{t('envelope.value.perHour')}</h2>
        {found?.total.perHour ? (
          <p className={styles.note}>
            {t('envelope.value.average')} <strong>{format.euro(found.total.perHour)}</strong>
          </p>
        ) : null}
      </div>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={4} height={28} /> : null}
      <ul className={styles.bars}>
        {shown.map((model) => (
          <li key={model.code}>
            <Link to={`/budget/gebruik?zoek=${encodeURIComponent(model.code)}`}>{text(model.name)}</Link>
            <span className={styles.track} aria-hidden="true">
              <span data-idle={model.idle || undefined} style={{ inlineSize: `${(Number(model.perHour) / most) * 100}%` }} />
            </span>
            <span>{format.euro(model.perHour!)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        {idle.length > 0 ? <span className={styles.warn}>{t('envelope.value.idleCount', { count: idle.length })} </span> : null}
        <Link to="/budget/gebruik">{t('envelope.value.all')}</Link>
      </p>
    </section>
  );
}
