import { useMutation } from '@apollo/client/react';
import { nextStatuses } from '@karavaan/domain';
import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { DateField } from '../../ui/DateField.js';
import { Dialog } from '../../ui/Dialog.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { HANDLE_DEFECT, type DefectView } from './upkeep.graphql.js';
import styles from './upkeep.module.css';
import { useVerb } from './useVerb.js';
import { VerbOutcome } from './VerbOutcome.js';

const SEVERITIES = ['MINOR', 'MAJOR', 'BLOCKING'] as const;

type Props = { open: boolean; defect: DefectView; onClose: () => void };

/** How far it is, how bad it is, and when the unit is back. */
export function HandleDefect({ open, defect, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} title={t('upkeep.handle.title', { unit: defect.unit.code })} onClose={onClose}>
      <HandleForm defect={defect} onDone={onClose} />
    </Dialog>
  );
}

function HandleForm({ defect, onDone }: { defect: DefectView; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [handle] = useMutation(HANDLE_DEFECT, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  const [status, setStatus] = useState(defect.status);
  const [severity, setSeverity] = useState(defect.severity);
  const [back, setBack] = useState(defect.expectedBackOn);
  const [note, setNote] = useState(defect.note ?? '');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { id, version } = defect;
    const input = { id, version, status, severity, expectedBackOn: back, note: note || null };
    const done = await run(async () => (await handle({ variables: { input } })).data!.handleDefect);
    if (!done) return;
    toast({ text: t('upkeep.handle.done') });
    onDone();
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <SelectField label={t('upkeep.handle.status')} value={status} onChange={(value) => setStatus(value as typeof status)}>
        {[defect.status, ...nextStatuses(defect.status)].map((each) => (
          <option key={each} value={each}>
            {t(`upkeep.status.${each}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('upkeep.handle.severity')}
        value={severity}
        onChange={(value) => setSeverity(value as typeof severity)}
      >
        {SEVERITIES.map((each) => (
          <option key={each} value={each}>
            {t(`upkeep.severity.${each}`)}
          </option>
        ))}
      </SelectField>
      {status === 'SOLVED' ? null : <DateField label={t('upkeep.handle.back')} value={back} onChange={setBack} />}
      <Textarea
        label={t('upkeep.handle.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <VerbOutcome refusal={refusal} failed={failed} />
      <Button type="submit" loading={busy}>
        {t('upkeep.save')}
      </Button>
    </form>
  );
}
