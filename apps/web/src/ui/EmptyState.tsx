import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Van } from './Van.js';

type Props = {
  title?: string;
  text: string;
  /** the next step, as a button or link */
  action?: ReactNode;
  van?: boolean;
};

/** Nothing to show: says so, and names the next step. */
export function EmptyState({ title, text, action, van = false }: Props) {
  return (
    <div className={styles.empty}>
      {van ? <Van size={112} /> : null}
      {title ? <h2>{title}</h2> : null}
      <p>{text}</p>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
