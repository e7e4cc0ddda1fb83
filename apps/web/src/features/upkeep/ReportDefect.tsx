import { useMutation } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../ui/Dialog.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { Choice } from './Choice.js';
import { FilesField } from './FilesField.js';
import { uploadFile } from './upload-file.js';
import { REPORT_DEFECT } from './upkeep.graphql.js';
import styles from './upkeep.module.css';
import { useVerb } from './useVerb.js';
import { VerbOutcome } from './VerbOutcome.js';

const SEVERITIES = ['MINOR', 'MAJOR', 'BLOCKING'] as const;

type Props = { open: boolean; unitId: string; unitCode: string; onClose: () => void };

/** Whoever has the unit tells what is wrong with it, with photos. */
export function ReportDefect({ open, unitId, unitCode, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} title={t('upkeep.report.title', { unit: unitCode })} look="sheet" onClose={onClose}>
      <ReportForm unitId={unitId} onDone={onClose} />
    </Dialog>
  );
}

function ReportForm({ unitId, onDone }: { unitId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [report] = useMutation(REPORT_DEFECT, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  // One key for this form, so that a second press after a broken line is the same report.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [description, setDescription] = useState('');
  const [severity, setSeverity] = useState<(typeof SEVERITIES)[number] | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [uploaded] = useState(() => new Map<File, string>());
  const [wrong, setWrong] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const incomplete = description.trim().length < 3 || severity === null;
    setWrong(incomplete);
    if (incomplete) return;
    const done = await run(async () => {
      for (const file of files) if (!uploaded.has(file)) uploaded.set(file, await uploadFile(file));
      const documentIds = files.map((file) => uploaded.get(file)!);
      const input = { idempotencyKey, unitId, description, severity, documentIds };
      return (await report({ variables: { input } })).data!.reportDefect;
    });
    if (!done) return;
    toast({ text: t(severity === 'BLOCKING' ? 'upkeep.report.doneBlocking' : 'upkeep.report.done') });
    onDone();
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Textarea
        label={t('upkeep.report.what')}
        description={t('upkeep.report.whatHelp')}
        autosize
        minRows={3}
        maxLength={1000}
        value={description}
        error={wrong && description.trim().length < 3 ? t('upkeep.report.wrongWhat') : undefined}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Choice
        legend={t('upkeep.report.severity')}
        value={severity}
        options={SEVERITIES.map((value) => ({
          value,
          label: t(`upkeep.severity.${value}`),
          help: t(`upkeep.severityHelp.${value}`),
        }))}
        onChange={setSeverity}
      />
      {wrong && severity === null ? <p className={styles.wrong}>{t('upkeep.report.wrongSeverity')}</p> : null}
      <FilesField label={t('upkeep.report.photos')} accept="image/*" files={files} onChange={setFiles} />
      <VerbOutcome refusal={refusal} failed={failed} />
      <Button type="submit" color="yellow" size="lg" loading={busy}>
        {t('upkeep.report.send')}
      </Button>
    </form>
  );
}
