import { useEffect, useState } from 'react';
import { useTranslation } from './i18n/texts.js';
import styles from './DelayedSkeleton.module.css';

type Props = {
  /** how many blocks, about as many as will come */
  count?: number;
  /** height of one, in px, as near to the real one as can be */
  height?: number;
};

const DELAY_MS = 300;

/** Keeps the room at once and shows blocks only when the wait is long enough to notice. */
export function DelayedSkeleton({ count = 3, height = 120 }: Props) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.blocks} aria-busy="true">
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <div key={index} className={late ? styles.block : styles.room} style={{ height }} />
      ))}
      <span className="visually-hidden" role="status">
        {late ? t('ui.loading') : ''}
      </span>
    </div>
  );
}
