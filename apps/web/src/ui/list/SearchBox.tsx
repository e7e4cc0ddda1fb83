import { TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Icon } from '../icons.js';
import styles from './list.module.css';

type Props = { label: string; value: string; onSearch: (text: string) => void; children?: ReactNode };

/** A text to look for, and what else narrows the list. */
export function SearchBox({ label, value, onSearch, children }: Props) {
  const [typed, setTyped] = useState(value);
  return (
    <search>
      <form
        className={styles.filters}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <TextInput
          type="search"
          label={label}
          leftSection={<Icon name="search" size={18} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => typed.trim() !== value && onSearch(typed.trim())}
        />
        {children}
      </form>
    </search>
  );
}
