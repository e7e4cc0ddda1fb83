import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon, type IconName } from '../../ui/icons.js';
import { ReasonList } from '../../ui/refusal/ReasonList.js';
import { useFormat } from '../../ui/useFormat.js';
import type { ReservationDetail } from './reservation.graphql.js';
import styles from './ReservationDetail.module.css';

/** Everything that is agreed: what, when, where, for whom, and what nobody knows yet. */
export function ReservationFacts({ reservation }: { reservation: ReservationDetail }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { site, stays, firstDay, lastDay, extraKm, participants, hoursUsed } = reservation;
  const kit = stays.some(({ unit }) => unit.mobility === 'MOBILE');
  const open = ['HELD', 'SUBMITTED', 'CONFIRMED'].includes(reservation.state);
  const facts: [key: string, icon: IconName, value: string | null][] = [
    ['where', 'pin', `${site.name}, ${site.town}`],
    ['organisation', 'building', `${reservation.organisation.name} (${reservation.requester.name})`],
    ['purpose', 'book', reservation.purpose],
    ['groupSize', 'people', reservation.groupSize === null ? null : format.number(reservation.groupSize)],
    ['contact', 'phone', [reservation.contactName, reservation.contactPhone].filter(Boolean).join(', ') || null],
    ['remark', 'info', reservation.remark],
    ['extraKm', 'truck', kit && open && extraKm !== null ? format.km(extraKm) : null],
    ['overrideReason', 'shield', reservation.overrideReason],
    ['kept', 'info', keptText(reservation, t)],
    ['reliability', 'building', reliabilityText(reservation, t)],
    [
      'used',
      'check',
      participants === null ? null : t('reservations.detail.usedText', { participants, hours: format.number(hoursUsed ?? 0, 1) }),
    ],
  ];
  return (
    <>
      <section className={styles.card} aria-label={t('reservations.detail.what')}>
        <ul className={styles.units}>
          {stays.map(({ id, unit }) => (
            <li key={id}>
              <KitDrawing name={unit.model.drawing} size={72} />
              <div>
                <Link to={`/toestel/${encodeURIComponent(unit.code)}`}>{text(unit.model.name)}</Link>
                <span className={styles.muted}>
                  {unit.code} · {t(unit.mobility === 'MOBILE' ? 'reservations.detail.kit' : 'reservations.detail.fixed')}
                </span>
              </div>
            </li>
          ))}
        </ul>
        <p className={styles.period}>{format.periodShort(firstDay, lastDay)}</p>
        <dl className={styles.facts}>
          {facts.map(([key, icon, value]) =>
            value ? (
              <div key={key}>
                <dt>
                  <Icon name={icon} size={18} /> {t(`reservations.detail.${key}`)}
                </dt>
                <dd>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
        {reservation.decisionReason ? (
          <p className={styles.reason}>
            <strong>{t('reservations.detail.reason')}</strong> {reservation.decisionReason}
          </p>
        ) : null}
      </section>
      {open && reservation.warnings.length > 0 ? (
        <section>
          <h2>{t('reservations.detail.unknown')}</h2>
          <p className={styles.muted}>{t('reservations.detail.unknownText')}</p>
          <ReasonList reasons={reservation.warnings} />
        </section>
      ) : null}
    </>
  );
}

type Say = ReturnType<typeof useTranslation>['t'];

function keptText({ cancelledLate, noShow }: ReservationDetail, t: Say): string | null {
  if (noShow) return t('reservations.detail.noShow');
  return cancelledLate ? t('reservations.detail.cancelledLate') : null;
}

/** For planners: how the organisation kept to what it booked. Nothing is decided by it. */
function reliabilityText({ reliability }: ReservationDetail, t: Say): string | null {
  if (!reliability || reliability.cancelledLate + reliability.noShows === 0) return null;
  return t('reservations.detail.reliabilityText', { ...reliability });
}
