import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { QrCode } from '../../ui/QrCode.js';
import { useFormat } from '../../ui/useFormat.js';
import { siteStops } from './site-stops.js';
import { time } from './TripCard.js';
import type { TripRow } from './trips.graphql.js';
import styles from './trips.module.css';

/** The trip on paper, A4: stops, contacts, boxes to tick, a line to sign, and a code that opens it on a phone. Seen in print only. */
export function RouteSheet({ trip }: { trip: TripRow }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  return (
    <section className={styles.sheet} aria-label={t('trips.print')}>
      <header>
        <div>
          <strong>
            {t('trips.name', { number: trip.number })}, {format.dayFull(trip.day)}
          </strong>
          <p>
            {trip.vehicle.name} {trip.vehicle.plate ?? ''} · {trip.driver.name}
            {trip.helper ? ` ${t('trips.with', { name: trip.helper.name })}` : ''}
          </p>
          <p>
            {trip.vehicle.depot.name}, {t('trips.fromUntil', { from: time(trip.departsAt), until: time(trip.returnsAt) })} ·{' '}
            {format.km(trip.km)}
          </p>
          {trip.note ? <p>{trip.note}</p> : null}
        </div>
        <div className={styles.qr}>
          <QrCode text={`${globalThis.location.origin}/ritten/${trip.id}`} />
        </div>
      </header>
      <ol>
        {siteStops(trip.stops).map(({ key, site, arrivesAt, tasks }) => (
          <li key={key}>
            <p>
              <strong>
                {time(arrivesAt)} {site.name}
              </strong>
              , {site.deliveryStreet ?? site.street ?? ''} {site.postcode} {site.town}
            </p>
            {site.deliveryNote ? <p>{site.deliveryNote}</p> : null}
            <ul>
              {tasks.map(({ id, kind, leg, contact }) => (
                <li key={id}>
                  <span>
                    {t(`trips.kind_${kind}`)} {text(leg.unit.model.name)} {leg.unit.code} ({leg.reservation.number})
                    {contact?.phone ? `, ${contact.name ?? ''} ${contact.phone}` : ''}
                  </span>
                  <span className={styles.ticks}>
                    {Array.from({ length: Math.min(30, leg.unit.model.cases) }, (_, box) => (
                      <span key={box}>{box + 1}</span>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
            <p className={styles.sign}>{t('trips.signature')}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
