import { isoWeek, type Day } from '@karavaan/domain';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from '../i18n/texts.js';
import { useFormat } from '../useFormat.js';
import { DayCell } from './DayCell.js';
import { lookOf, type CalendarDay, type DayRange } from './day-look.js';
import { monthOf, weeksOf, type Month } from './month-days.js';
import styles from './MonthCalendar.module.css';

type Props = {
  month: Month;
  byDate: ReadonlyMap<Day, CalendarDay>;
  selection: DayRange | null;
  /** the one day that the Tab key reaches */
  stop: Day;
  today: Day;
  onPick: (day: Day) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

export function MonthGrid({ month, byDate, selection, stop, today, onPick, onKeyDown }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const weeks = weeksOf(month);
  return (
    <div className={styles.month}>
      <h3 id={id} className={styles.name}>
        {format.month(`${month}-01`)}
      </h3>
      <div role="grid" aria-labelledby={id} className={styles.grid}>
        <div role="row" className={styles.row}>
          <span role="columnheader" aria-label={t('ui.calendar.week')} className={styles.week}>
            {t('ui.calendar.wk')}
          </span>
          {weeks[0]?.map((day) => (
            <span key={day} role="columnheader" aria-label={format.weekdayLong(day)} className={styles.weekday}>
              {format.weekday(day)}
            </span>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} role="row" className={styles.row}>
            <span role="rowheader" aria-label={format.week(week[0] ?? month)} className={styles.week}>
              {isoWeek(week[0] ?? `${month}-01`).week}
            </span>
            {week.map((day) =>
              monthOf(day) === month ? (
                <DayCell
                  key={day}
                  day={day}
                  look={lookOf(day, byDate.get(day), selection)}
                  reason={byDate.get(day)?.reason}
                  free={byDate.get(day)?.status === 'FREE'}
                  edge={day === selection?.first || day === selection?.last}
                  today={day === today}
                  reachable={day === stop}
                  onPick={onPick}
                  onKeyDown={onKeyDown}
                />
              ) : (
                <span key={day} aria-hidden="true" />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
