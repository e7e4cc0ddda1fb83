import { useApolloClient } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { type Movement, SET_MOVEMENT_ASIDE } from './intake.graphql.js';
import { useWrite } from './useWrite.js';

/** A movement that pays no invoice of the envelope, and why. */
export function AsideDialog({ movement, onDone, onClose }: { movement: Movement; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [reason, setReason] = useState('');
  const { refusal, failed, write } = useWrite();

  async function put() {
    const variables = { id: movement.id, version: movement.version, reason };
    const done = await write(
      async () => (await client.mutate({ mutation: SET_MOVEMENT_ASIDE, variables })).data?.setMovementAside,
    );
    if (!done) return;
    onClose();
    onDone();
  }
  return (
    <ConfirmDialog
      open
      title={t('intake.bank.asideTitle')}
      confirmLabel={t('intake.bank.aside')}
      onConfirm={put}
      onClose={onClose}
    >
      <TextInput
        label={t('intake.why')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </ConfirmDialog>
  );
}
