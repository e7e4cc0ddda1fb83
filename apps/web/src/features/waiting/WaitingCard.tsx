import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon, type IconName } from '../../ui/icons.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import type { Waiting } from './waiting.graphql.js';
import styles from './waiting.module.css';

const LOOKS: Record<Waiting['state'], { tone: Tone; icon: IconName }> = {
  WAITING: { tone: 'blue', icon: 'clock' },
  OFFERED: { tone: 'yellow', icon: 'warning' },
  ACCEPTED: { tone: 'green', icon: 'check' },
  DECLINED: { tone: 'grey', icon: 'close' },
  LAPSED: { tone: 'grey', icon: 'clock' },
  WITHDRAWN: { tone: 'grey', icon: 'close' },
  OVER: { tone: 'grey', icon: 'minus' },
};

type Props = {
  entry: Waiting;
  showOrganisation: boolean;
  busy: boolean;
  onAccept: () => void;
  onDecline: () => void;
  onLeave: () => void;
};

/** One place in line: what for, when and where, how far, and what can be done now. */
export function WaitingCard({ entry, showOrganisation, busy, onAccept, onDecline, onLeave }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const whose = showOrganisation ? 'theirs' : 'mine';
  const offered = entry.state === 'OFFERED';
  const codes = entry.reservation?.stays.map(({ unit }) => unit.code) ?? (entry.unit ? [entry.unit.code] : []);
  const name = text(entry.model.name);
  const what = `${name}, ${format.periodShort(entry.firstDay, entry.lastDay)}`;
  const may = (action: string) => entry.allowedActions.includes(action);
  return (
    <li className={styles.card} data-offered={offered || undefined}>
      <KitDrawing name={entry.model.drawing} size={64} />
      <div className={styles.what}>
        <h3>
          {name} <span className={styles.code}>{codes.join(', ') || t('waiting.anyUnit')}</span>
        </h3>
        <p className={styles.muted}>
          {[showOrganisation ? entry.organisation.name : '', entry.purpose].filter(Boolean).join(' · ') || t('waiting.noPurpose')}
        </p>
        <p>
          <Icon name="calendar" size={18} /> <span>{format.periodShort(entry.firstDay, entry.lastDay)}</span>
        </p>
        <p>
          <Icon name="pin" size={18} />{' '}
          <span>
            <strong>{entry.site.town}</strong>, {entry.site.name}
          </span>
        </p>
      </div>
      <div className={styles.state}>
        <StatusTag {...LOOKS[entry.state]}>{t(`waiting.state.${entry.state}`)}</StatusTag>
        {entry.ahead === null ? null : (
          <p>{entry.ahead === 0 ? t(`waiting.next.${whose}`) : t(`waiting.ahead.${whose}`, { count: entry.ahead })}</p>
        )}
        {offered && entry.answerBefore ? (
          <p>
            <strong>{t('waiting.answerBefore', { at: format.instant(entry.answerBefore) })}</strong>
          </p>
        ) : null}
        {entry.state === 'ACCEPTED' && entry.reservation ? (
          <Link to={`/reservaties/${entry.reservation.id}`}>{entry.reservation.number}</Link>
        ) : null}
      </div>
      {entry.allowedActions.length > 0 ? (
        <div className={styles.buttons}>
          {may('ACCEPT') ? (
            <Button color="yellow" disabled={busy} onClick={onAccept}>
              {t('waiting.accept')}
              <span className="visually-hidden">: {what}</span>
            </Button>
          ) : null}
          {may('DECLINE') ? (
            <Button variant="default" disabled={busy} onClick={onDecline}>
              {t('waiting.decline')}
              <span className="visually-hidden">: {what}</span>
            </Button>
          ) : null}
          {may('LEAVE') ? (
            <Button variant="default" disabled={busy} onClick={onLeave}>
              {t(`waiting.leave.${whose}`)}
              <span className="visually-hidden">: {what}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
