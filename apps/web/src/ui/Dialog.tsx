import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from './i18n/texts.js';
import styles from './Dialog.module.css';
import { Icon } from './icons.js';

type Props = {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** `sheet` rises from the foot of a phone */
  look?: 'box' | 'sheet';
};

/** The browser's own modal dialog: it traps the focus, closes on Escape and gives the focus back. */
export function Dialog({ open, title, onClose, children, look = 'box' }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { t } = useTranslation();
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || open === element.open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={look === 'sheet' ? styles.sheet : styles.box} aria-labelledby={id} onClose={onClose}>
      {open ? (
        <>
          <div className={styles.head}>
            <h2 id={id}>{title}</h2>
            <button
              type="button"
              className={styles.close}
              aria-label={t('ui.dialog.close')}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          {children}
        </>
      ) : null}
    </dialog>
  );
}
