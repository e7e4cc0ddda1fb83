import { Link } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import type { ProposalPart } from './planning.graphql.js';
import styles from './planning.module.css';

const TONES: Record<ProposalPart['state'], Tone> = { OPEN: 'blue', ACCEPTED: 'green', STALE: 'red' };

type Props = { part: ProposalPart; selectable: boolean; selected: boolean; onSelect: (on: boolean) => void };

/** One difference with things as they are: who gets which kit, where and when, and what that costs. */
export function ProposalRow({ part, selectable, selected, onSelect }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { request, reservation, unit, site, before, figures, state, refusalCodes, trip } = part;
  const who = request?.organisation.name ?? reservation?.organisation.name ?? '';
  const number = request?.number ?? reservation?.number ?? '';
  const what = request ? (request.model ? text(request.model.name) : text(request.domain!)) : (reservation?.purpose ?? '');
  const booked = request?.reservation ?? reservation;
  const why = (code: string) =>
    t(`ui.refusal.code.${code}`, {
      unit: unit?.code ?? '',
      site: site?.name ?? '',
      period: format.periodShort(part.firstDay, part.lastDay),
      inspection: '',
      until: '',
      available: '?',
      needed: '?',
    });
  return (
    <li className={styles.row}>
      <label className={styles.pick}>
        {selectable ? (
          <input type="checkbox" checked={selected} onChange={(event) => onSelect(event.currentTarget.checked)} />
        ) : null}
        <span>
          {trip ? (
            <>
              <strong>{format.day(part.firstDay)}</strong>
              <br />
              {trip.vehicle.name}, {trip.driverName}
              {trip.helperName ? ` ${t('planning.with', { name: trip.helperName })}` : ''}
            </>
          ) : (
            <>
              <strong>{who}</strong> <span className={styles.code}>{number}</span>
              <br />
              {[what, request?.course].filter(Boolean).join(' · ')}
            </>
          )}
        </span>
      </label>
      <div>
        {before ? (
          <p className={styles.was}>
            <span className="visually-hidden">{t('planning.was')} </span>
            {before.unit.code} · {format.periodShort(before.firstDay, before.lastDay)}
          </p>
        ) : null}
        {trip ? (
          <ul className={styles.legs}>
            {trip.legs.map((leg) => (
              <li key={leg.id}>
                <strong>{leg.unit.code}</strong> · {leg.fromSite.name} → {leg.toSite.name}
              </li>
            ))}
          </ul>
        ) : (
          <p>
            <strong>{unit?.code}</strong> · {format.periodShort(part.firstDay, part.lastDay)}
            {site ? ` · ${site.name}${site.town ? `, ${site.town}` : ''}` : ''}
          </p>
        )}
        <p className={styles.muted}>
          {trip ? format.km(figures.km) : format.extraKm(figures.km)} · {format.euro(figures.cents)} ·{' '}
          {t('planning.kg', { kg: format.number(figures.co2Kg, 1) })}
        </p>
      </div>
      <div className={styles.side}>
        <StatusTag tone={TONES[state]}>{t(`planning.part.${part.kind}.${state}`)}</StatusTag>
        {state === 'ACCEPTED' && booked ? <Link to={`/reservaties/${booked.id}`}>{booked.number}</Link> : null}
        {state === 'ACCEPTED' && trip ? <Link to={`/ritten?dag=${part.firstDay}`}>{t('planning.toTrips')}</Link> : null}
        {state === 'STALE' ? <p>{refusalCodes.map(why).join(' ')}</p> : null}
      </div>
    </li>
  );
}
