import { useMutation } from '@apollo/client/react';
import { addMonths, dayOf } from '@karavaan/domain';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { DateField } from '../../ui/DateField.js';
import { Dialog } from '../../ui/Dialog.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { Choice } from './Choice.js';
import { FilesField } from './FilesField.js';
import { uploadFile } from './upload-file.js';
import { RECORD_INSPECTION, type PlanView } from './upkeep.graphql.js';
import styles from './upkeep.module.css';
import { useVerb } from './useVerb.js';
import { VerbOutcome } from './VerbOutcome.js';

const RESULTS = ['PASSED', 'REMARKS', 'FAILED'] as const;

type Props = { open: boolean; plan: PlanView; onClose: () => void };

/** What an inspection or maintenance found, with its report. */
export function RecordInspection({ open, plan, onClose }: Props) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <Dialog open={open} title={`${text(plan.name)}, ${plan.unit.code}`} onClose={onClose}>
      <p className={styles.muted}>{t('upkeep.record.lead')}</p>
      <RecordForm plan={plan} onDone={onClose} />
    </Dialog>
  );
}

function RecordForm({ plan, onDone }: { plan: PlanView; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [record] = useMutation(RECORD_INSPECTION, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [today] = useState(() => dayOf(Date.now()));
  const until = (day: string) => (plan.intervalMonths === null ? null : addMonths(day, plan.intervalMonths));
  const [doneOn, setDoneOn] = useState<string | null>(today);
  const [validTo, setValidTo] = useState<string | null>(until(today));
  const [result, setResult] = useState<(typeof RESULTS)[number]>('PASSED');
  const [body, setBody] = useState(plan.body ?? '');
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [uploaded] = useState(() => new Map<File, string>());

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!doneOn) return;
    const { planId, unit } = plan;
    const done = await run(async () => {
      for (const file of files) if (!uploaded.has(file)) uploaded.set(file, await uploadFile(file));
      const documentIds = files.map((file) => uploaded.get(file)!);
      const found = { doneOn, result, validTo: result === 'FAILED' ? null : validTo, body: body || null, note: note || null };
      const input = { idempotencyKey, planId, unitId: unit.id, ...found, documentIds };
      return (await record({ variables: { input } })).data!.recordInspection;
    });
    if (!done) return;
    toast({ text: t('upkeep.record.done') });
    onDone();
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Choice
        legend={t('upkeep.record.result')}
        value={result}
        options={RESULTS.map((value) => ({ value, label: t(`upkeep.result.${value}`) }))}
        onChange={setResult}
      />
      <div className={styles.pair}>
        <DateField
          label={t('upkeep.record.on')}
          value={doneOn}
          max={today}
          required
          onChange={(day) => {
            setDoneOn(day);
            if (day) setValidTo(until(day));
          }}
        />
        {result === 'FAILED' ? null : (
          <DateField label={t('upkeep.record.validTo')} value={validTo} min={doneOn ?? undefined} onChange={setValidTo} />
        )}
      </div>
      <TextInput
        label={t('upkeep.record.body')}
        value={body}
        maxLength={200}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Textarea
        label={t('upkeep.record.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FilesField label={t('upkeep.record.report')} accept="image/*,application/pdf" files={files} onChange={setFiles} />
      <VerbOutcome refusal={refusal} failed={failed} />
      <Button type="submit" disabled={!doneOn} loading={busy}>
        {t('upkeep.save')}
      </Button>
    </form>
  );
}
