import type { Day } from '@karavaan/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import { ReportForm } from './ReportForm.js';
import { siteStops, type SiteStop } from './site-stops.js';
import { time } from './TripCard.js';
import { navigateTo } from './trip-files.js';
import type { TripRow } from './trips.graphql.js';
import styles from './trips.module.css';

type Props = { trip: TripRow; today: Day; personId: string; onReported: () => void };

const isDone = ({ tasks }: SiteStop) => tasks.every(({ doneAt }) => doneAt !== null);

/** One stop at a time: where, when, whom to call, what goes in or out, and one big button under the thumb. */
export function DriveTrip({ trip, today, personId, onReported }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [telling, setTelling] = useState(false);
  const visits = siteStops(trip.stops);
  const at = visits.findIndex((visit) => !isDone(visit));
  const now = visits[at];
  const contact = now?.tasks.find((task) => task.contact?.phone)?.contact;
  const open = now?.tasks.find(({ doneAt }) => doneAt === null);
  const happened = trip.events.filter(({ kind, settledAt }) => kind !== 'PUBLISHED' && !settledAt);
  return (
    <>
      <p>
        <strong>{trip.day === today ? t('trips.today') : format.dayFull(trip.day)}</strong> · {trip.vehicle.name}
        {trip.helper ? ` · ${t('trips.with', { name: trip.helper.name })}` : ''} ·{' '}
        {t('trips.fromUntil', { from: time(trip.departsAt), until: time(trip.returnsAt) })}
      </p>
      {trip.note ? <p className={styles.notice}>{trip.note}</p> : null}
      {happened.map(({ id, kind, minutes, leg }) => (
        <p key={id} className={styles.notice}>
          {t(`trips.event_${kind}`, { unit: leg?.unit.code ?? '', minutes: minutes === null ? '' : format.minutes(minutes) })}
        </p>
      ))}
      <div className={styles.progress} role="img" aria-label={t('trips.progress', { at: Math.max(0, at), count: visits.length })}>
        {visits.map((visit, index) => (
          <span key={visit.key} data-state={isDone(visit) ? 'done' : index === at ? 'now' : 'later'} />
        ))}
      </div>
      {now && open ? (
        <section className={styles.now} aria-labelledby="now">
          <div className={styles.nowHead}>
            <span>{t('trips.stopOf', { at: at + 1, count: visits.length })}</span>
            <span>
              {time(now.arrivesAt)} – {time(now.departsAt)}
            </span>
          </div>
          <h2 id="now">{now.site.name}</h2>
          <p>
            {now.site.deliveryStreet ?? now.site.street ?? ''} {now.site.postcode} {now.site.town}
          </p>
          {now.site.deliveryNote ? <p className={styles.muted}>{now.site.deliveryNote}</p> : null}
          <div className={styles.twoButtons}>
            <a className={styles.big} href={navigateTo(now.site)} target="_blank" rel="noreferrer">
              <Icon name="pin" /> {t('trips.navigate')}
            </a>
            {contact?.phone ? (
              <a className={styles.big} href={`tel:${contact.phone}`}>
                <Icon name="phone" /> {t('trips.call', { name: contact.name ?? contact.phone })}
              </a>
            ) : null}
          </div>
          {now.tasks.map((task) => (
            <div key={task.id} className={styles.job}>
              <p>
                <strong>{t(`trips.kind_${task.kind}`)}</strong> {text(task.leg.unit.model.name)} {task.leg.unit.code}
                <span className={styles.muted}>
                  {t('trips.boxes', { count: task.leg.unit.model.cases })}, {format.number(task.leg.unit.model.massKg.value)} kg
                  {task.doneAt ? ` · ${t('trips.done', { time: time(task.doneAt) })}` : ''}
                </span>
              </p>
            </div>
          ))}
          <Link className={styles.scan} to={`/overdracht/${open.leg.reservation.id}`}>
            <Icon name="box" size={28} />
            {t(`trips.scan_${open.kind}`, { unit: open.leg.unit.code })}
          </Link>
          {telling ? (
            <ReportForm
              trip={trip}
              stop={open}
              personId={personId}
              onDone={() => {
                setTelling(false);
                onReported();
              }}
              onCancel={() => setTelling(false)}
            />
          ) : (
            <button type="button" className={styles.big} onClick={() => setTelling(true)}>
              <Icon name="warning" /> {t('trips.tell')}
            </button>
          )}
        </section>
      ) : (
        <p className={styles.notice}>{t('trips.allDone')}</p>
      )}
      <section aria-labelledby="all-stops">
        <h2 id="all-stops">{t('trips.stops')}</h2>
        <ol className={styles.rest}>
          {visits.map((visit, index) => (
            <li key={visit.key}>
              <span className={styles.mark} data-done={isDone(visit) || undefined}>
                {isDone(visit) ? <Icon name="check" size={18} /> : index + 1}
              </span>
              <span className={styles.when}>{time(visit.arrivesAt)}</span>
              <span>{visit.site.name}</span>
              <span className={styles.muted}>
                {isDone(visit)
                  ? t('trips.ready')
                  : [...new Set(visit.tasks.map(({ kind }) => t(`trips.short_${kind}`)))].join(', ')}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {now ? <Loading trip={trip} /> : null}
    </>
  );
}

/** What is delivered last goes in first. */
function Loading({ trip }: { trip: TripRow }) {
  const { t } = useTranslation();
  const text = useText();
  const last = trip.stops.filter(({ kind }) => kind === 'DELIVER').toReversed();
  if (last.length < 2) return null;
  return (
    <details>
      <summary>{t('trips.loading')}</summary>
      <ol>
        {last.map(({ id, leg, site }) => (
          <li key={id}>
            {text(leg.unit.model.name)} {leg.unit.code}, {t('trips.boxes', { count: leg.unit.model.cases })}: {site.name}
          </li>
        ))}
      </ol>
    </details>
  );
}
