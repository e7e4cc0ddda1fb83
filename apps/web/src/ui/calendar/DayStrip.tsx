import { useTranslation } from '../i18n/texts.js';
import { useFormat } from '../useFormat.js';
import { lookOf, type CalendarDay, type DayRange } from './day-look.js';
import styles from './DayStrip.module.css';
import looks from './looks.module.css';

type Props = {
  days: readonly CalendarDay[];
  /** the days that would be the reader's; null when they cannot have them */
  mine: DayRange | null;
  label: string;
};

/** A few days in a row, each with its word and pattern. */
export function DayStrip({ days, mine, label }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles.strip} aria-label={label}>
      {days.map((day) => {
        const look = lookOf(day.date, day, mine);
        return (
          <li key={day.date} className={`${styles.day} ${looks[look]}`}>
            <span className={styles.name} aria-hidden="true">
              {format.weekday(day.date)} <span className={styles.number}>{Number(day.date.slice(8))}</span>
            </span>
            <span className="visually-hidden">{format.dayFull(day.date)}: </span>
            <span className={styles.word}>{t(`ui.day.${look}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
