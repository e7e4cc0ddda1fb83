import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** The body of a page within its margins. `narrow` keeps running text at a readable width. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}>{children}</div>;
}
