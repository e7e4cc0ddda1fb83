import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/texts.js';
import styles from './list.module.css';

type Props = { shown: number; total: number; loading: boolean; onMore: (() => void) | null };

/** Under a paged list: how many of how many, and the next page. */
export function ListFoot({ shown, total, loading, onMore }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.foot}>
      <span role="status">{t('list.showing', { shown, total })}</span>
      {onMore ? (
        <Button variant="default" disabled={loading} onClick={onMore}>
          {t('list.more')}
        </Button>
      ) : null}
    </div>
  );
}
