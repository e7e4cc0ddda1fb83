import type { ComponentProps, ReactNode } from 'react';
import { ExportButton } from './ExportButton.js';
import styles from './ExportButton.module.css';

/** Above a list: how many it has at the left, the list as a file at the right. */
export function ListBar({ children, ...list }: ComponentProps<typeof ExportButton> & { children?: ReactNode }) {
  return (
    <div className={styles.bar}>
      <div>{children}</div>
      <ExportButton {...list} />
    </div>
  );
}
