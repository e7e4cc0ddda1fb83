import type { Day } from '@karavaan/domain';
import type { KeyboardEvent } from 'react';
import { useTranslation } from '../i18n/texts.js';
import { useText, type LocalizedText } from '../i18n/useText.js';
import { useFormat } from '../useFormat.js';
import type { DayLook } from './day-look.js';
import looks from './looks.module.css';
import styles from './MonthCalendar.module.css';

type Props = {
  day: Day;
  look: DayLook;
  reason: LocalizedText | null | undefined;
  free: boolean;
  /** first or last day of the own range */
  edge: boolean;
  today: boolean;
  reachable: boolean;
  onPick: (day: Day) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

export function DayCell({ day, look, reason, free, edge, today, reachable, onPick, onKeyDown }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useText();
  // The name is the content: what is seen, completed by what is only heard.
  const [before = '', after = ''] = format.dayFull(day).split(` ${Number(day.slice(8))} `);
  const [todayWord, reasonText] = [today ? t('ui.calendar.today') : '', reason ? text(reason) : ''];
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its name is that of the button in it
    <div role="gridcell" aria-selected={look === 'MINE'}>
      <button
        type="button"
        className={`${styles.day} ${looks[look]}`}
        data-day={day}
        data-look={look}
        data-edge={(edge && look === 'MINE') || undefined}
        data-today={today || undefined}
        tabIndex={reachable ? 0 : -1}
        aria-disabled={!free}
        title={reasonText || undefined}
        onClick={() => onPick(day)}
        onKeyDown={onKeyDown}
      >
        <span className="visually-hidden">{before} </span>
        <span className={styles.number}>{Number(day.slice(8))}</span>
        <span className="visually-hidden"> {[after, todayWord, reasonText].filter(Boolean).join(', ')}, </span>
        <span className={look === 'UNKNOWN' ? 'visually-hidden' : styles.word}>{t(`ui.day.${look}`)}</span>
      </button>
    </div>
  );
}
