import { useTranslation } from '../../ui/i18n/texts.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import type { AnyRound } from './rounds.graphql.js';

const TONES: Record<AnyRound['state'], Tone> = {
  PLANNED: 'blue',
  OPEN: 'yellow',
  CLOSED: 'yellow',
  PUBLISHED: 'green',
  CANCELLED: 'grey',
};

export function RoundStateTag({ state }: { state: AnyRound['state'] }) {
  const { t } = useTranslation();
  return <StatusTag tone={TONES[state]}>{t(`rounds.state.${state}`)}</StatusTag>;
}
