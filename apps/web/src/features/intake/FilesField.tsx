import { useId } from 'react';
import styles from './intake.module.css';

type Props = { label: string; help: string; accept: string; disabled: boolean; onFiles: (files: File[]) => void };

/** One or several files at once. */
export function FilesField({ label, help, accept, disabled, onFiles }: Props) {
  const id = useId();
  return (
    <div className={styles.file}>
      <label htmlFor={id}>{label}</label>
      <p className={styles.help} id={`${id}-help`}>
        {help}
      </p>
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        disabled={disabled}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
