import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import styles from './upkeep.module.css';

type Props = { label: string; accept: string; files: readonly File[]; onChange: (files: File[]) => void };

/** Photos from the camera or a folder, or a report; each can be taken away again. */
export function FilesField({ label, accept, files, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.files}>
      <input
        ref={input}
        id={id}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        multiple
        onChange={(event) => {
          onChange([...files, ...(event.currentTarget.files ?? [])].slice(0, 8));
          event.currentTarget.value = '';
        }}
      />
      <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => input.current?.click()}>
        {label}
      </Button>
      {files.length > 0 ? (
        <ul>
          {files.map((file, at) => (
            <li key={`${file.name} ${file.lastModified}`}>
              <span>{file.name}</span>
              <button
                type="button"
                aria-label={t('upkeep.files.remove', { name: file.name })}
                onClick={() => onChange(files.filter((_, other) => other !== at))}
              >
                <Icon name="close" size={18} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
