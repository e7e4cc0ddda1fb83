import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '../../graphql/live/useLive.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { addMonths, lastOf, type Month, monthOf } from '../../ui/calendar/month-days.js';
import type { DayRange } from '../../ui/calendar/day-look.js';
import { MonthCalendar } from '../../ui/calendar/MonthCalendar.js';
import { Card } from '../../ui/Card.js';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { UNIT_CALENDAR } from './equipment.graphql.js';
import styles from './UnitCalendar.module.css';

type Props = {
  code: string;
  siteId: string | null;
  range: DayRange | null;
  onRange: (range: DayRange) => void;
  today: string;
  /** a reservation whose own days do not count as taken */
  exclude?: string | null;
};

/** When the unit is free, as seen from a site: two months by text and pattern, and a plain form for who rather types. */
export function UnitCalendar({ code, siteId, range, onRange, today, exclude = null }: Props) {
  const { t } = useTranslation();
  const [month, setMonth] = useState<Month>(monthOf(range?.first ?? today));
  const [typing, setTyping] = useState(false);
  const { data, previousData, error, refetch } = useQuery(UNIT_CALENDAR, {
    variables: { code, from: `${month}-01`, to: lastOf(addMonths(month, 1)), siteId, exclude },
    fetchPolicy: 'cache-and-network',
  });
  const shown = (data ?? previousData)?.equipmentUnit;
  useLive({ UNIT: shown ? [shown.id] : [] }, () => refetch());
  const days = shown?.calendar ?? [];
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <h2>{t('equipment.when')}</h2>
        <Button variant="subtle" aria-expanded={typing} onClick={() => setTyping(!typing)}>
          {t('equipment.typeDates')}
        </Button>
      </div>
      {typing ? (
        <div className={styles.form}>
          <DateField
            label={t('equipment.from')}
            value={range?.first ?? null}
            min={today}
            required
            onChange={(day) => day && onRange({ first: day, last: range && range.last > day ? range.last : day })}
          />
          <DateField
            label={t('equipment.to')}
            value={range?.last ?? null}
            min={range?.first ?? today}
            required
            onChange={(day) => day && onRange({ first: range?.first ?? day, last: day })}
          />
        </div>
      ) : null}
      {error && days.length === 0 ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      <MonthCalendar
        label={t('equipment.when')}
        month={month}
        onMonthChange={setMonth}
        days={days}
        selection={range}
        onSelect={onRange}
        today={today}
      />
    </Card>
  );
}
