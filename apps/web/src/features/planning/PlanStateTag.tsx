import { useTranslation } from '../../ui/i18n/texts.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import type { AnyPlan } from './planning.graphql.js';

const TONES: Record<AnyPlan['state'], Tone> = { QUEUED: 'grey', RUNNING: 'blue', DONE: 'green', FAILED: 'red' };

export function PlanStateTag({ state }: { state: AnyPlan['state'] }) {
  const { t } = useTranslation();
  return <StatusTag tone={TONES[state]}>{t(`planning.state.${state}`)}</StatusTag>;
}
