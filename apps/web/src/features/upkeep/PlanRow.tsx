import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { PlanVisit } from './PlanVisit.js';
import { RecordInspection } from './RecordInspection.js';
import type { PlanView } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

const TONES: Record<PlanView['state'], Tone> = { OVERDUE: 'red', DUE: 'yellow', FINE: 'green', UNKNOWN: 'grey' };

export function DueTag({ plan }: { plan: PlanView }) {
  const { t } = useTranslation();
  return <StatusTag tone={TONES[plan.state]}>{t(`upkeep.due.${plan.state}`)}</StatusTag>;
}

/** What one can do about a plan of one unit. */
export function PlanActions({ plan, mayVisit }: { plan: PlanView; mayVisit: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'record' | 'visit' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={styles.actions}>
      <Button size="sm" variant="default" leftSection={<Icon name="check" size={18} />} onClick={() => setOpen('record')}>
        {t('upkeep.due.record')}
        <span className="visually-hidden"> {plan.unit.code}</span>
      </Button>
      {mayVisit && !plan.plannedOn ? (
        <Button size="sm" variant="default" leftSection={<Icon name="calendar" size={18} />} onClick={() => setOpen('visit')}>
          {t('upkeep.due.plan')}
          <span className="visually-hidden"> {plan.unit.code}</span>
        </Button>
      ) : null}
      <RecordInspection open={open === 'record'} plan={plan} onClose={close} />
      <PlanVisit open={open === 'visit'} plan={plan} onClose={close} />
    </div>
  );
}
