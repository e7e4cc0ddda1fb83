import { readHours, writeHours } from '@karavaan/domain';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './records.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void; error: string | undefined };

/** 2024-01-01 was a Monday. */
const DAYS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, day: `2024-01-0${weekday}` }));

/** Opening hours, a line for each day of the week; an empty line is a closed day. */
export function HoursInput({ label, value, onChange, error }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [lines, setLines] = useState(() =>
    DAYS.map(({ weekday }) =>
      writeHours((readHours(value) ?? []).filter((each) => each.weekday === weekday)).replace(/^\d /, ''),
    ),
  );
  const change = (at: number, line: string) => {
    const next = lines.with(at, line);
    setLines(next);
    onChange(next.flatMap((each, index) => (each.trim() ? [`${index + 1} ${each.trim()}`] : [])).join('; '));
  };
  return (
    <fieldset className={styles.set}>
      <legend>{label}</legend>
      <p className={styles.help}>{t('records.hours.help')}</p>
      <div className={styles.hours}>
        {DAYS.map(({ weekday, day }, at) => (
          <TextInput
            key={weekday}
            label={format.weekdayLong(day)}
            placeholder={t('records.hours.closed')}
            value={lines[at] ?? ''}
            error={lines[at]?.trim() && !readHours(`${weekday} ${lines[at]}`) ? t('records.problem.NO_HOURS') : undefined}
            onChange={(event) => change(at, event.currentTarget.value)}
          />
        ))}
      </div>
      {error ? <p className={styles.error}>{error}</p> : null}
    </fieldset>
  );
}
