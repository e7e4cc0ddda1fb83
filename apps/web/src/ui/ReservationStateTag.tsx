import { useTranslation } from './i18n/texts.js';
import type { IconName } from './icons.js';
import { StatusTag, type Tone } from './StatusTag.js';

export type ReservationState = 'HELD' | 'SUBMITTED' | 'CONFIRMED' | 'ENDED' | 'REJECTED' | 'CANCELLED' | 'EXPIRED';

const LOOKS: Record<ReservationState, { tone: Tone; icon: IconName }> = {
  HELD: { tone: 'blue', icon: 'clock' },
  SUBMITTED: { tone: 'yellow', icon: 'clock' },
  CONFIRMED: { tone: 'green', icon: 'check' },
  ENDED: { tone: 'grey', icon: 'check' },
  REJECTED: { tone: 'red', icon: 'close' },
  CANCELLED: { tone: 'grey', icon: 'close' },
  EXPIRED: { tone: 'grey', icon: 'clock' },
};

export function ReservationStateTag({ state }: { state: ReservationState }) {
  const { t } = useTranslation();
  return <StatusTag {...LOOKS[state]}>{t(`ui.reservationState.${state}`)}</StatusTag>;
}
