import type { ReactNode } from 'react';
import styles from './PageHeading.module.css';
import { useTitle } from './useTitle.js';

type Props = {
  title: string;
  /** the tab's name, when it should differ from the heading */
  tab?: string;
  lead?: ReactNode;
  /** buttons at the right; below the title on a phone */
  actions?: ReactNode;
};

/** The one h1 of a page; also names the tab. */
export function PageHeading({ title, tab, lead, actions }: Props) {
  useTitle(tab ?? title);
  return (
    <header className={styles.heading}>
      <div>
        <h1>{title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}
