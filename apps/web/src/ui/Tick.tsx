import styles from './Tick.module.css';

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void };

/** Yes or no, large enough for a thumb. */
export function Tick({ label, checked, onChange }: Props) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
