import { dayOf, type Day } from '@karavaan/domain';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { centsOf } from './amounts.js';
import { InvoiceLines, NO_LINE, type TypedLine } from './InvoiceLines.js';
import { RECORD_INVOICE, SUPPLIERS } from './invoices.graphql.js';
import styles from './invoices.module.css';
import { uploadFile } from './upload-file.js';
import { useWrite } from './useWrite.js';

/** An invoice that came on paper: its fields by hand, its scan beside them. */
export function InvoiceForm() {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useApolloClient();
  const fileId = useId();
  const [today] = useState(() => dayOf(Date.now()));
  const [key] = useState(() => `invoice-${crypto.randomUUID()}`);
  const { data } = useQuery(SUPPLIERS, { variables: { first: 100 } });
  const suppliers = (data?.suppliers.edges ?? []).map(({ node }) => node).filter(({ active }) => active);
  const [supplierId, setSupplierId] = useState('');
  const [number, setNumber] = useState('');
  const [issuedOn, setIssuedOn] = useState<Day | null>(null);
  const [dueOn, setDueOn] = useState<Day | null>(null);
  const [communication, setCommunication] = useState('');
  const [lines, setLines] = useState<readonly TypedLine[]>([NO_LINE]);
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([]);
  const [fileProblem, setFileProblem] = useState('');
  const { busy, refusal, failed, write } = useWrite();
  const total = lines.reduce((sum, { net, vat }) => sum + (centsOf(net) ?? 0n) + (centsOf(vat || '0') ?? 0n), 0n);
  const ready =
    supplierId !== '' &&
    number.trim() !== '' &&
    issuedOn !== null &&
    lines.every(
      ({ description, net, vat, charge }) =>
        description.trim() !== '' && centsOf(net) !== undefined && centsOf(vat || '0') !== undefined && charge !== '',
    );

  async function bring(chosen: readonly File[]) {
    setFileProblem('');
    for (const file of chosen) {
      const id = await uploadFile(file).catch(() => undefined);
      if (id) setFiles((all) => [...all, { id, name: file.name }]);
      else setFileProblem(t('invoices.fileRefused', { name: file.name }));
    }
  }
  async function save(event: FormEvent) {
    event.preventDefault();
    const input = {
      idempotencyKey: key,
      supplierId,
      number: number.trim(),
      issuedOn: issuedOn!,
      dueOn,
      communication: communication.trim() || null,
      lines: lines.map(({ description, net, vat, charge }) => {
        const [lineId = '', commitmentId] = charge.split(' ');
        return {
          description: description.trim(),
          netCents: String(centsOf(net)),
          vatCents: String(centsOf(vat || '0')),
          charges: [{ lineId, commitmentId: commitmentId ?? null }],
        };
      }),
      documentIds: files.map(({ id }) => id),
    };
    let made = '';
    const done = await write(async () => {
      const result = (await client.mutate({ mutation: RECORD_INVOICE, variables: { input } })).data?.recordInvoice;
      if (result?.__typename === 'Invoice') made = result.id;
      return result;
    });
    if (!done) return;
    toast({ text: t('invoices.entered', { number: input.number }) });
    await navigate(`/budget/facturen/${made}`);
  }

  return (
    <form className={styles.group} onSubmit={(event) => void save(event)}>
      <div className={styles.fields}>
        <SelectField label={t('invoices.supplier')} value={supplierId} onChange={setSupplierId}>
          <option value="">{t('invoices.choose')}</option>
          {suppliers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextInput
          label={t('invoices.number')}
          required
          maxLength={100}
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateField label={t('invoices.issuedOn')} value={issuedOn} onChange={setIssuedOn} max={today} required />
        <DateField label={t('invoices.dueOn')} value={dueOn} onChange={setDueOn} min={issuedOn ?? undefined} />
        <TextInput
          label={t('invoices.communicationOptional')}
          autoComplete="off"
          value={communication}
          onChange={(event) => setCommunication(event.currentTarget.value)}
        />
      </div>
      <InvoiceLines supplierId={supplierId} lines={lines} onChange={setLines} />
      <p role="status">
        <strong>{t('invoices.total', { amount: format.euro(total) })}</strong>
      </p>
      <div className={styles.file}>
        <label htmlFor={fileId}>{t('invoices.file')}</label>
        <input
          id={fileId}
          type="file"
          multiple
          accept="application/pdf,image/jpeg,image/png,image/webp"
          onChange={(event) => void bring([...(event.currentTarget.files ?? [])])}
        />
        {files.length > 0 ? <p className={styles.help}>{files.map(({ name }) => name).join(', ')}</p> : null}
        {fileProblem ? (
          <p role="alert" className={styles.error}>
            {fileProblem}
          </p>
        ) : null}
      </div>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div className={styles.buttons}>
        <Button type="submit" disabled={!ready || busy}>
          {t(busy ? 'invoices.busy' : 'invoices.save')}
        </Button>
      </div>
    </form>
  );
}
