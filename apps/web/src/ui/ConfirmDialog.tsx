import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from './i18n/texts.js';
import styles from './ConfirmDialog.module.css';
import { Dialog } from './Dialog.js';

type Props = {
  open: boolean;
  title: string;
  /** what will happen; fields may stand here too */
  children: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  disabled?: boolean;
  /** the dialog stays, with "Bezig…", until it is done; the caller closes it */
  onConfirm: () => Promise<void> | void;
  onClose: () => void;
};

export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  danger = false,
  disabled = false,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  async function confirm() {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      {children}
      <div className={styles.buttons}>
        <Button color={danger ? 'red' : 'blue'} disabled={disabled || busy} onClick={() => void confirm()}>
          {busy ? t('ui.busy') : confirmLabel}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.dialog.back')}
        </Button>
      </div>
    </Dialog>
  );
}
