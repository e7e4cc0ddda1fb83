import type { Day } from '@karavaan/domain';
import { useId, useRef, useState } from 'react';
import { useTranslation } from './i18n/texts.js';
import styles from './DateField.module.css';
import { formatDayNumeric, parseDay } from './format.js';
import { Icon } from './icons.js';
import { useFormat } from './useFormat.js';

type Props = {
  label: string;
  value: Day | null;
  /** gets null for an empty field; is not called for what is no day */
  onChange: (day: Day | null) => void;
  min?: Day | undefined;
  max?: Day | undefined;
  required?: boolean;
  /** from the server; the field finds its own errors itself */
  error?: string | undefined;
  name?: string;
};

/** A day typed as dd/mm/yyyy, or picked with the browser's own picker. */
export function DateField({ label, value, onChange, min, max, required = false, error, name }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value ? formatDayNumeric(value) : '');
  const [wrong, setWrong] = useState<string>();

  // A value from outside (the calendar, an alternative) replaces what was typed.
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value ? formatDayNumeric(value) : '');
    setWrong(undefined);
  }

  function take(text: string) {
    const day = parseDay(text);
    if (text.trim() === '') {
      setWrong(required ? t('ui.date.required') : undefined);
      if (!required) onChange(null);
    } else if (!day) setWrong(t('ui.date.notADay'));
    else if (min && day < min) setWrong(t('ui.date.tooEarly', { day: format.day(min) }));
    else if (max && day > max) setWrong(t('ui.date.tooLate', { day: format.day(max) }));
    else {
      setWrong(undefined);
      setTyped(formatDayNumeric(day));
      if (day !== value) onChange(day);
    }
  }

  const complaint = wrong ?? error;

  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.field}>
        <input
          id={id}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('ui.date.pattern')}
          value={typed}
          required={required}
          aria-invalid={complaint ? true : undefined}
          aria-describedby={complaint ? `${id}-error` : undefined}
          className={styles.text}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={(event) => take(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(event.currentTarget.value);
          }}
        />
        <button
          type="button"
          className={styles.pick}
          aria-label={t('ui.date.pick', { label })}
          onClick={() => picker.current?.showPicker()}
        >
          <Icon name="calendar" />
        </button>
        <input
          ref={picker}
          type="date"
          className={styles.native}
          tabIndex={-1}
          aria-hidden="true"
          min={min}
          max={max}
          value={value ?? ''}
          onChange={(event) => {
            if (event.currentTarget.value) take(event.currentTarget.value);
          }}
        />
      </div>
      {complaint ? (
        <p id={`${id}-error`} className={styles.error}>
          {complaint}
        </p>
      ) : null}
    </div>
  );
}
