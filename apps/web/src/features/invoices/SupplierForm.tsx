import { useApolloClient } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { ADD_SUPPLIER, CHANGE_SUPPLIER, type Supplier } from './invoices.graphql.js';
import styles from './invoices.module.css';
import { useWrite } from './useWrite.js';

/** A supplier, new or changed. */
export function SupplierForm({ supplier, onDone }: { supplier: Supplier | null; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const client = useApolloClient();
  const [key] = useState(() => `supplier-${crypto.randomUUID()}`);
  const [name, setName] = useState(supplier?.name ?? '');
  const [enterpriseNumber, setEnterpriseNumber] = useState(supplier?.enterpriseNumber ?? '');
  const [vatNumber, setVatNumber] = useState(supplier?.vatNumber ?? '');
  const [iban, setIban] = useState(supplier?.iban ?? '');
  const [active, setActive] = useState(supplier?.active ?? true);
  const { busy, refusal, failed, write } = useWrite();

  async function save(event: FormEvent) {
    event.preventDefault();
    const input = { name, enterpriseNumber: enterpriseNumber || null, vatNumber: vatNumber || null, iban: iban || null, active };
    const done = await write(async () =>
      supplier
        ? (await client.mutate({ mutation: CHANGE_SUPPLIER, variables: { id: supplier.id, version: supplier.version, input } }))
            .data?.changeSupplier
        : (await client.mutate({ mutation: ADD_SUPPLIER, variables: { idempotencyKey: key, input } })).data?.addSupplier,
    );
    if (!done) return;
    toast({ text: t('invoices.supplierSaved', { name }) });
    onDone();
  }
  return (
    <form className={styles.stack} onSubmit={(event) => void save(event)}>
      <TextInput
        label={t('invoices.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('invoices.enterprise')}
        autoComplete="off"
        value={enterpriseNumber}
        onChange={(event) => setEnterpriseNumber(event.currentTarget.value)}
      />
      <TextInput
        label={t('invoices.vatNumber')}
        autoComplete="off"
        value={vatNumber}
        onChange={(event) => setVatNumber(event.currentTarget.value)}
      />
      <TextInput
        label={t('invoices.iban')}
        autoComplete="off"
        value={iban}
        onChange={(event) => setIban(event.currentTarget.value)}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={active} onChange={(event) => setActive(event.currentTarget.checked)} />
        {t('invoices.active')}
      </label>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <Button type="submit" disabled={busy || name.trim() === ''}>
        {t(busy ? 'invoices.busy' : 'invoices.saveSupplier')}
      </Button>
    </form>
  );
}
