import { Button } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { ReasonList } from '../../ui/refusal/ReasonList.js';
import { ReservationStateTag } from '../../ui/ReservationStateTag.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { ConflictStrip } from './ConflictStrip.js';
import type { InboxItem } from './inbox.graphql.js';
import styles from './Inbox.module.css';

type Props = {
  item: InboxItem;
  chosen: boolean;
  busy: boolean;
  /** decisions are running: none may be added */
  locked: boolean;
  onToggle: () => void;
  onConfirm: () => void;
  onReject: () => void;
};

/** One wish: who, what, when, where, what it adds, what stands in its way, and the answer. */
export function InboxCard({ item, chosen, busy, locked, onToggle, onConfirm, onReject }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { number, organisation, site, stays, extraKm, conflicts, warnings } = item;
  const waits = item.state === 'SUBMITTED';
  const [first] = stays;
  const kit = stays.some(({ unit }) => unit.mobility === 'MOBILE');
  const about = [item.purpose, item.groupSize === null ? null : t('reservations.people', { count: item.groupSize })];
  return (
    <li className={styles.item} data-conflict={(waits && conflicts.length > 0) || undefined} aria-busy={busy}>
      <label className={styles.pick}>
        <input type="checkbox" checked={chosen && waits} disabled={!waits || locked} onChange={onToggle} />
        <span className="visually-hidden">
          {number}, {organisation.name}
        </span>
      </label>
      <KitDrawing name={first?.unit.model.drawing ?? ''} size={64} />
      <div className={styles.what}>
        <h2>{organisation.name}</h2>
        <p>
          <strong>{stays.map(({ unit }) => text(unit.model.name)).join(', ')}</strong>{' '}
          <span className={styles.muted}>{stays.map(({ unit }) => unit.code).join(', ')}</span>
        </p>
        {about.some(Boolean) ? <p className={styles.muted}>{about.filter(Boolean).join(' · ')}</p> : null}
      </div>
      <div className={styles.where}>
        <p>
          <Icon name="calendar" size={18} />
          <span>{format.periodShort(item.firstDay, item.lastDay)}</span>
        </p>
        <p>
          <Icon name="pin" size={18} />
          <span>
            <strong>{site.town}</strong>, {site.name}
          </span>
        </p>
        <p className={styles.muted}>
          {number} · {t('reservations.inbox.asked', { name: item.requester.name, at: format.instant(item.createdAt) })}
        </p>
      </div>
      <div className={styles.km}>
        {kit && extraKm !== null ? (
          <>
            <strong>{format.extraKm(extraKm)}</strong>
            <span className={styles.muted}>{t('reservations.inbox.extra')}</span>
          </>
        ) : (
          <span className={styles.muted}>{t('reservations.inbox.guests')}</span>
        )}
        {waits && conflicts.length > 0 ? <StatusTag tone="red">{t('reservations.inbox.conflict')}</StatusTag> : null}
      </div>
      <div className={styles.answer}>
        {waits ? (
          <>
            <Button disabled={busy || locked} onClick={onConfirm}>
              {busy ? t('reservations.busy') : t('reservations.do.confirm')}
              <span className="visually-hidden"> {number}</span>
            </Button>
            <Button color="red" variant="default" disabled={busy || locked} onClick={onReject}>
              {t('reservations.do.reject')}
              <span className="visually-hidden"> {number}</span>
            </Button>
          </>
        ) : (
          <ReservationStateTag state={item.state} />
        )}
        <LinkButton to={`/reservaties/${item.id}`} variant="subtle">
          {t('reservations.inbox.look')}
          <span className="visually-hidden"> {number}</span>
        </LinkButton>
      </div>
      {waits && (conflicts.length > 0 || warnings.length > 0) ? (
        <div className={styles.below}>
          {conflicts.map((conflict) => (
            <ConflictStrip
              key={`${conflict.code} ${conflict.unit?.id} ${conflict.firstDay} ${conflict.reservation?.id}`}
              item={item}
              conflict={conflict}
            />
          ))}
          {warnings.length > 0 ? (
            <details>
              <summary>{t('reservations.unknown', { count: warnings.length })}</summary>
              <ReasonList reasons={warnings} />
            </details>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
