import type { ComponentProps, ReactNode } from 'react';
import { ExportButton } from './ExportButton.js';
import styles from './ExportButton.module.css';

/** With a list: how many it has at the left, the list as a file at the right; `foot`: under it, where who looks round needs it last. */
export function ListBar({
  children,
  foot = false,
  ...list
}: ComponentProps<typeof ExportButton> & { children?: ReactNode; foot?: boolean }) {
  return (
    <div className={foot ? `${styles.bar} ${styles.foot}` : styles.bar}>
      <div>{children}</div>
      <ExportButton {...list} />
    </div>
  );
}
