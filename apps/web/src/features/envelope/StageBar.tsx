import type { Amounts } from './envelope.graphql.js';
import { barParts } from './figures.js';
import styles from './StageBar.module.css';

/** How far money came, by pattern and length; the figures stand beside it in words. */
export function StageBar({ amounts, large = false }: { amounts: Amounts; large?: boolean }) {
  return (
    <span className={styles.bar} data-bar data-large={large || undefined} aria-hidden="true">
      {barParts(amounts).map(({ name, percent }) => (
        <span key={name} className={styles[name]} style={{ flexGrow: percent }} />
      ))}
    </span>
  );
}

export function StageSwatch({ name }: { name: 'claimed' | 'paid' | 'invoiced' | 'committed' | 'left' }) {
  return <span className={`${styles.swatch} ${styles[name]}`} aria-hidden="true" />;
}
