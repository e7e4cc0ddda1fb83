import { useApolloClient } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { ADD_SUPPLIER_OF, DISMISS_INCOMING, type OneIncoming } from './intake.graphql.js';
import styles from './intake.module.css';
import { useWrite } from './useWrite.js';

/** What else can be done with an e-invoice that waits. */
export function ParkedActions({ incoming, onDone }: { incoming: OneIncoming; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const client = useApolloClient();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, refusal, failed, write } = useWrite();
  const { id, version, supplierName } = incoming;
  const unknown = incoming.reason === 'SUPPLIER_UNKNOWN' || (!incoming.supplier && incoming.reason !== 'WRONG');

  async function add() {
    const variables = { id, version };
    const done = await write(async () => (await client.mutate({ mutation: ADD_SUPPLIER_OF, variables })).data?.addSupplierOf);
    if (!done) return;
    toast({ text: t('intake.supplierAdded', { name: supplierName }) });
    onDone();
  }
  async function dismiss() {
    const variables = { id, version, reason };
    const done = await write(async () => (await client.mutate({ mutation: DISMISS_INCOMING, variables })).data?.dismissIncoming);
    setAsked(false);
    if (!done) return;
    toast({ text: t('intake.dismissed') });
    onDone();
  }

  return (
    <>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {incoming.reason === 'OTHER_CURRENCY' ? <p className={styles.help}>{t('intake.otherCurrency')}</p> : null}
      <div className={styles.buttons}>
        {unknown ? (
          <Button disabled={busy} onClick={() => void add()}>
            {t('intake.addSupplier', { name: supplierName })}
          </Button>
        ) : null}
        <Button variant="default" disabled={busy} onClick={() => setAsked(true)}>
          {t('intake.dismiss')}
        </Button>
      </div>
      {asked ? (
        <ConfirmDialog
          open
          title={t('intake.dismissTitle')}
          confirmLabel={t('intake.dismiss')}
          onConfirm={dismiss}
          onClose={() => setAsked(false)}
        >
          <TextInput
            label={t('intake.why')}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ConfirmDialog>
      ) : null}
    </>
  );
}
