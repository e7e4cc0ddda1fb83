import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';
import styles from './StatusTag.module.css';

export type Tone = 'green' | 'yellow' | 'red' | 'grey' | 'blue';

const ICONS: Record<Tone, IconName> = { green: 'check', yellow: 'clock', red: 'warning', grey: 'minus', blue: 'info' };

/** A short state, in words with a sign. */
export function StatusTag({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <Icon name={icon ?? ICONS[tone]} size={16} />
      {children}
    </span>
  );
}
