import { dayOf } from '@karavaan/domain';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { DateField } from '../../ui/DateField.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import styles from './figures.module.css';
import { periodIn, periodNamed, PERIODS, samePeriod, type Period } from './period.js';

/** The period of the address. */
export function usePeriod(): Period {
  const [params] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  return periodIn(params, today);
}

/** Chooses the period: a named one, or any two days. It stands in the address. */
export function PeriodBar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  const period = periodIn(params, today);
  const searchOf = ({ from, to }: Period) => {
    const next = new URLSearchParams(params);
    next.set('van', from);
    next.set('tot', to);
    return next;
  };
  return (
    <div className={styles.period}>
      <nav aria-label={t('figures.periods')} className={styles.periods}>
        {PERIODS.map((name) => {
          const named = periodNamed(name, today);
          return (
            <Link
              key={name}
              to={{ search: searchOf(named).toString() }}
              replace
              aria-current={samePeriod(named, period) ? 'true' : undefined}
            >
              {t(`figures.period.${name}`)}
            </Link>
          );
        })}
      </nav>
      <div className={styles.days}>
        <DateField
          label={t('figures.from')}
          value={period.from}
          max={period.to}
          required
          onChange={(from) => from && from <= period.to && setParams(searchOf({ ...period, from }), { replace: true })}
        />
        <DateField
          label={t('figures.to')}
          value={period.to}
          min={period.from}
          required
          onChange={(to) => to && to >= period.from && setParams(searchOf({ ...period, to }), { replace: true })}
        />
        {children}
      </div>
    </div>
  );
}
