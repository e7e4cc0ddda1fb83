import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import { Icon } from '../../ui/icons.js';
import { useReasonText } from '../../ui/refusal/useReasonText.js';
import { useFormat } from '../../ui/useFormat.js';
import { conflictDays, type Bar } from './conflict-days.js';
import styles from './ConflictStrip.module.css';
import type { Conflict, InboxItem } from './inbox.graphql.js';

type Props = { item: Pick<InboxItem, 'firstDay' | 'lastDay' | 'organisation'>; conflict: Conflict };

const place = ({ from, to }: Bar, row: number) => ({ gridColumn: `${from + 1} / ${to + 2}`, gridRow: row });

/** What stands in the way: in words, and as two bars on the days around it. */
export function ConflictStrip({ item, conflict }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useReasonText();
  const strip = conflictDays(item, conflict);
  const other = conflict.reservation;
  const name = other
    ? other.organisation.name
    : t(`reservations.inbox.inTheWay.${conflict.code === 'SITE_CLOSED' ? 'closed' : 'other'}`);
  return (
    <div className={styles.conflict}>
      <p className={styles.what}>
        <Icon name="warning" />
        <span>
          {say(conflict)}{' '}
          {other ? (
            <>
              {t('reservations.inbox.otherBooking', {
                organisation: other.organisation.name,
                period: format.period(other.firstDay, other.lastDay),
                state: t(`ui.reservationState.${other.state}`),
              })}{' '}
              <Link to={`/reservaties/${other.id}`}>{other.number}</Link>
            </>
          ) : null}
        </span>
      </p>
      {strip ? (
        <div
          className={styles.strip}
          style={{ gridTemplateColumns: `repeat(${strip.days.length}, minmax(0, 84px))` }}
          aria-hidden="true"
        >
          {strip.days.map((day, at) => (
            <span key={day} className={styles.day} style={{ gridColumn: at + 1, gridRow: 1 }}>
              <span>{format.weekday(day)}</span> {Number(day.slice(8))}
            </span>
          ))}
          <span className={styles.other} style={place(strip.other, 2)}>
            ! {name}
          </span>
          <span className={styles.mine} style={place(strip.mine, 3)}>
            ? {item.organisation.name}
          </span>
        </div>
      ) : null}
    </div>
  );
}
