import { Button } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ReasonList } from '../../ui/refusal/ReasonList.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import styles from './Inbox.module.css';
import type { Outcome, Progress } from './useDecisions.js';

const TONES: Record<Outcome['how'], Tone> = { confirmed: 'green', rejected: 'grey', refused: 'red', failed: 'red' };

type Props = { outcomes: readonly Outcome[]; progress: Progress | null; onRefresh: () => void };

/** How each decision ended, and how far it is; a clash with somebody else is explained, and the list can be fetched again. */
export function InboxOutcomes({ outcomes, progress, onRefresh }: Props) {
  const { t } = useTranslation();
  const troubled = outcomes.filter(({ how }) => how === 'refused' || how === 'failed');
  return (
    <div role="status" className={outcomes.length > 0 || progress ? styles.outcomes : undefined}>
      {progress ? <p>{t('reservations.inbox.progress', progress)}</p> : null}
      {outcomes.length > 0 ? (
        <ul>
          {outcomes.map(({ id, number, how, refusal }) => (
            <li key={id}>
              <StatusTag tone={TONES[how]}>{t(`reservations.inbox.how.${how}`)}</StatusTag> {number}
              {refusal ? <ReasonList reasons={refusal.reasons} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {troubled.length > 0 && !progress ? (
        <Button variant="default" onClick={onRefresh}>
          {t('reservations.inbox.refresh')}
        </Button>
      ) : null}
    </div>
  );
}
