import { useApolloClient } from '@apollo/client/react';
import { useId, useState } from 'react';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { ATTACH_PAPERS } from './invoices.graphql.js';
import styles from './invoices.module.css';
import { uploadFile } from './upload-file.js';
import { useWrite } from './useWrite.js';

/** Adds files to an invoice that is there already: a scan, a delivery note. They stay with it. */
export function AttachField({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const client = useApolloClient();
  const field = useId();
  const [problem, setProblem] = useState('');
  const { busy, refusal, failed, write } = useWrite();

  async function bring(files: readonly File[]) {
    setProblem('');
    const done = await write(async () => {
      const documentIds: string[] = [];
      for (const file of files) {
        const kept = await uploadFile(file);
        if (kept) documentIds.push(kept);
        else setProblem(t('invoices.fileRefused', { name: file.name }));
      }
      if (documentIds.length === 0) return undefined;
      const variables = { kind: 'INVOICE' as const, id, documentIds };
      const result = (await client.mutate({ mutation: ATTACH_PAPERS, variables })).data?.attachPapers;
      if (result?.__typename === 'Done') toast({ text: t('invoices.attached', { count: documentIds.length }) });
      return result;
    });
    if (done) onDone();
  }
  return (
    <div className={styles.file}>
      <label htmlFor={field}>{t('invoices.attach')}</label>
      <input
        id={field}
        type="file"
        multiple
        disabled={busy}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) void bring(files);
        }}
      />
      {problem ? (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      ) : null}
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </div>
  );
}
