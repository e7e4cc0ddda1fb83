import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/texts.js';
import { Icon } from '../icons.js';
import styles from './ToastStrip.module.css';
import { useToasts } from './ToastProvider.js';

/** Where messages appear: a strip that takes its own room under the header, so that it covers no button. */
export function ToastStrip() {
  const { toast, hide, pause, resume } = useToasts();
  const { t } = useTranslation();
  return (
    <div className={styles.region} role="status">
      {toast ? (
        <div
          role="presentation"
          className={styles.strip}
          onMouseEnter={pause}
          onMouseLeave={resume}
          onFocus={pause}
          onBlur={resume}
        >
          <Icon name="check" />
          <span className={styles.text}>{toast.text}</span>
          {toast.undo ? (
            <Button
              size="sm"
              variant="default"
              onClick={() => {
                toast.undo?.();
                hide();
              }}
            >
              {t('ui.toast.undo')}
            </Button>
          ) : null}
          <button type="button" className={styles.close} onClick={hide} aria-label={t('ui.toast.close')}>
            <Icon name="close" />
          </button>
        </div>
      ) : null}
    </div>
  );
}
