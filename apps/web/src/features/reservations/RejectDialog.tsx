import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';

type Props = { open: boolean; title: string; onReject: (reason: string) => Promise<void>; onClose: () => void };

/** Saying no needs a reason: whoever asked reads it in the mail. */
export function RejectDialog({ open, title, onReject, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      open={open}
      danger
      title={title}
      confirmLabel={t('reservations.do.reject')}
      disabled={reason.trim().length < 3}
      onConfirm={async () => {
        await onReject(reason.trim());
        setReason('');
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('reservations.reject.reason')}
        description={t('reservations.reject.help')}
        required
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
