import type { ReactNode } from 'react';
import styles from './Card.module.css';

/** A surface with one subject. No card stands inside another. */
export function Card({
  children,
  className,
  as: Tag = 'section',
  label,
}: {
  children: ReactNode;
  className?: string | undefined;
  as?: 'section' | 'article' | 'div' | 'li';
  label?: string;
}) {
  return (
    <Tag className={className ? `${styles.card} ${className}` : styles.card} aria-label={label}>
      {children}
    </Tag>
  );
}
