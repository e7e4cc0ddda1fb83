import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './SelectField.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void; children: ReactNode };

/** One of a short list, in the browser's own control. */
export function SelectField({ label, value, onChange, children }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
