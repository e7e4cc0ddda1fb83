import type { Day } from '@karavaan/domain';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '../i18n/texts.js';
import { Icon } from '../icons.js';
import { useFormat } from '../useFormat.js';
import { CalendarLegend } from './CalendarLegend.js';
import type { CalendarDay, DayRange } from './day-look.js';
import { addMonths, lastOf, monthOf, type Month } from './month-days.js';
import styles from './MonthCalendar.module.css';
import { MonthGrid } from './MonthGrid.js';
import { moveByKey } from './move-by-key.js';

type Props = {
  /** what the calendar is about, for who cannot see it */
  label: string;
  /** the first month shown */
  month: Month;
  onMonthChange: (month: Month) => void;
  /** the days whose status is known; others are drawn as not known yet */
  days: readonly CalendarDay[];
  selection: DayRange | null;
  /** the first pick gives a range of one day, the second its end */
  onSelect: (range: DayRange) => void;
  today: Day;
  months?: number;
  legend?: boolean;
};

/** Months by text and pattern, operated by mouse, touch and keys; only free days can begin or end a range. */
export function MonthCalendar(props: Props) {
  const { label, month, onMonthChange, days, selection, onSelect, today, months = 2, legend = true } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const byDate = useMemo(() => new Map(days.map((day) => [day.date, day])), [days]);
  const shown = Array.from({ length: months }, (_, index) => addMonths(month, index));
  const [focused, setFocused] = useState<Day | null>(null);
  const [anchor, setAnchor] = useState<Day | null>(null);
  const movingTo = useRef<Day | null>(null);

  const visible = (day: Day | null | undefined): day is Day => !!day && shown.includes(monthOf(day));
  const firstFree = days.find(({ date, status }) => status === 'FREE' && visible(date))?.date;
  const stop = [focused, selection?.first, firstFree].find(visible) ?? `${month}-01`;

  useEffect(() => {
    // An effect of the render before may run after the key was pressed: focus waits for the day it moves to.
    if (movingTo.current !== stop) return;
    movingTo.current = null;
    root.current?.querySelector<HTMLElement>(`[data-day="${stop}"]`)?.focus();
  });

  function onKeyDown(event: KeyboardEvent) {
    const target = moveByKey(event.key, stop);
    if (!target) return;
    event.preventDefault();
    movingTo.current = target;
    setFocused(target);
    if (monthOf(target) < month) onMonthChange(monthOf(target));
    else if (target > lastOf(shown.at(-1) ?? month)) onMonthChange(addMonths(monthOf(target), 1 - months));
  }

  function pick(day: Day) {
    setFocused(day);
    if (byDate.get(day)?.status !== 'FREE') return;
    if (anchor && day >= anchor) {
      setAnchor(null);
      onSelect({ first: anchor, last: day });
    } else {
      setAnchor(day);
      onSelect({ first: day, last: day });
    }
  }

  return (
    <div ref={root} role="group" aria-label={label} className={styles.calendar}>
      <div className={styles.steps}>
        <button
          type="button"
          className={styles.step}
          aria-label={t('ui.calendar.earlier')}
          onClick={() => onMonthChange(addMonths(month, -1))}
        >
          <Icon name="chevronLeft" />
        </button>
        <button
          type="button"
          className={styles.step}
          aria-label={t('ui.calendar.later')}
          onClick={() => onMonthChange(addMonths(month, 1))}
        >
          <Icon name="chevronRight" />
        </button>
      </div>
      <div className={styles.months}>
        {shown.map((each) => (
          <MonthGrid
            key={each}
            month={each}
            byDate={byDate}
            selection={selection}
            stop={stop}
            today={today}
            onPick={pick}
            onKeyDown={onKeyDown}
          />
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {anchor ? t('ui.calendar.pickLast', { day: format.dayFull(anchor) }) : ''}
      </p>
      {legend ? <CalendarLegend /> : null}
    </div>
  );
}
