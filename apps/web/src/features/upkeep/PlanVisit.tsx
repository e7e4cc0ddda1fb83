import { useMutation } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { DateField } from '../../ui/DateField.js';
import { Dialog } from '../../ui/Dialog.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { PLAN_INSPECTION, type PlanView } from './upkeep.graphql.js';
import styles from './upkeep.module.css';
import { useVerb } from './useVerb.js';
import { VerbOutcome } from './VerbOutcome.js';

type Props = { open: boolean; plan: PlanView; onClose: () => void };

/** Keeps a day free for the inspector. */
export function PlanVisit({ open, plan, onClose }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const [planIt] = useMutation(PLAN_INSPECTION, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  const [today] = useState(() => dayOf(Date.now()));
  const [day, setDay] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!day) return;
    const input = { idempotencyKey: crypto.randomUUID(), planId: plan.planId, unitId: plan.unit.id, day };
    const done = await run(async () => (await planIt({ variables: { input } })).data!.planInspection);
    if (!done) return;
    toast({ text: t('upkeep.visit.done') });
    onClose();
  }

  return (
    <Dialog open={open} title={t('upkeep.visit.title', { unit: plan.unit.code })} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <p className={styles.muted}>{t('upkeep.visit.lead', { inspection: text(plan.name) })}</p>
        <DateField label={t('upkeep.visit.day')} value={day} min={today} required onChange={setDay} />
        <VerbOutcome refusal={refusal} failed={failed} />
        <Button type="submit" disabled={!day} loading={busy}>
          {t('upkeep.save')}
        </Button>
      </form>
    </Dialog>
  );
}
