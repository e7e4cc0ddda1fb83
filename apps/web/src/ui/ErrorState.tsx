import { ServerError } from '@apollo/client';
import { Button } from '@mantine/core';
import { useTranslation } from './i18n/texts.js';
import styles from './ErrorState.module.css';
import { Icon } from './icons.js';

/** What happened and what to do, when something could not be fetched or saved. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.error}>
      <Icon name="warning" size={24} />
      <div>
        <p className={styles.what}>{t(`ui.error.${kindOf(error)}`)}</p>
        <p>{t('ui.error.advice')}</p>
        {onRetry ? (
          <Button variant="default" onClick={onRetry}>
            {t('ui.error.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function kindOf(error: unknown): 'offline' | 'server' {
  // fetch rejects with a TypeError when no answer came at all.
  return error instanceof TypeError && !ServerError.is(error) ? 'offline' : 'server';
}
