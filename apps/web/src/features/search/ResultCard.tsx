import { Link } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import { DayStrip } from '../../ui/calendar/DayStrip.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useReasonText } from '../../ui/refusal/useReasonText.js';
import { useFormat } from '../../ui/useFormat.js';
import { AlternativeLink } from './AlternativeLink.js';
import links from './AlternativeLink.module.css';
import styles from './ResultCard.module.css';
import type { Found } from './search.graphql.js';
import { unitAddress } from './unit-address.js';

type Props = {
  number: number;
  found: Found;
  days: { first: string; last: string };
  siteCode: string | null;
  /** units of a reservation in the making, which this one would join */
  beside: readonly string[];
  placeName: string | null;
  chosen: boolean;
  onChoose: () => void;
};

/** A result answers in this order: what, where it stands, when it can be here and who brings it, the days, the extra km. */
export function ResultCard({ number, found, days, siteCode, beside, placeName, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const sayReason = useReasonText();
  const name = text(found.unit.model.name);
  const free = found.verdict !== 'UNAVAILABLE';
  const address = unitAddress(found.unit.code, { first: days.first, last: days.last, siteCode, beside });
  const added = beside.includes(found.unit.code);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only lights up its place on the map
    <li className={styles.card} data-chosen={chosen || undefined} onMouseEnter={onChoose} onFocus={onChoose}>
      <div className={styles.picture}>
        <span className={styles.number} data-off={!free || undefined} aria-hidden="true">
          {number}
        </span>
        <KitDrawing name={found.unit.model.drawing} size={88} />
      </div>
      <div className={styles.what}>
        <h3>
          {name} <span className={styles.code}>{t('search.unit', { serial: String(found.unit.serial).padStart(2, '0') })}</span>
        </h3>
        <p>
          <Icon name="pin" size={18} />
          <span>
            {t(
              found.verdict === 'FREE_HERE'
                ? 'search.standsAlready'
                : found.unit.mobility === 'FIXED'
                  ? 'search.standsFixed'
                  : 'search.standsAt',
            )}{' '}
            <strong>{found.standsAt.town}</strong>, {found.standsAt.name}
          </span>
        </p>
        {free ? (
          <p>
            <Icon name={found.verdict === 'GUEST' ? 'people' : 'truck'} size={18} />
            <span>{how(found)}</span>
          </p>
        ) : (
          <p>
            <Icon name="calendar" size={18} />
            <span>{found.reasons[0] ? sayReason(found.reasons[0]) : null}</span>
          </p>
        )}
        <DayStrip days={found.days} mine={free ? days : null} label={t('search.strip', { name })} />
        {free ? null : (
          <ul className={styles.alternatives} aria-label={t('search.alternatives')}>
            {found.alternatives.slice(0, 3).map((alternative) => (
              <li key={`${alternative.kind} ${alternative.unit.code} ${alternative.firstDay} ${alternative.site?.code ?? ''}`}>
                <AlternativeLink alternative={alternative} asked={days} siteCode={siteCode} />
              </li>
            ))}
            <li>
              <Link to={address.replace(/^[^?]*\?/, `/wachtlijst/nieuw?toestel=${found.unit.code}&`)} className={links.link}>
                {t('search.wait')}
                <span className="visually-hidden"> {name}</span>
              </Link>
            </li>
          </ul>
        )}
      </div>
      <div className={styles.side}>
        {free ? (
          <>
            <p className={styles.km}>
              {found.extraKm === null
                ? ''
                : found.verdict === 'GUEST' && found.travel
                  ? format.km(found.travel.km)
                  : format.extraKm(found.extraKm)}
            </p>
            <p className={styles.note}>{found.extraKm === null ? '' : t(kmNote(found))}</p>
            {added ? (
              <p className={styles.note}>{t('search.added')}</p>
            ) : (
              <LinkButton to={address} fullWidth>
                {t(beside.length > 0 ? 'search.add' : 'search.reserve')}
                <span className="visually-hidden"> {name}</span>
              </LinkButton>
            )}
          </>
        ) : (
          <>
            <p className={styles.note}>{t('search.notOnYourDays')}</p>
            <LinkButton to={address} variant="default" fullWidth>
              {t('search.look')}
              <span className="visually-hidden"> {name}</span>
            </LinkButton>
          </>
        )}
      </div>
    </li>
  );

  function how(each: Found): string {
    if (each.verdict === 'GUEST') return t('search.guest', { km: each.travel ? format.km(each.travel.km) : '' });
    if (each.arrival)
      return t('search.brought', { day: format.dayShort(each.arrival.date), from: each.arrival.from, to: each.arrival.to });
    return placeName ? t('search.noMove') : t('search.freeThere');
  }
}

function kmNote(found: Found): 'search.guestKm' | 'search.noExtra' | 'search.onRoute' | 'search.ownTrip' {
  if (found.verdict === 'GUEST') return 'search.guestKm';
  if ((found.extraKm ?? 0) < 1) return 'search.noExtra';
  return found.travel && (found.extraKm ?? 0) < found.travel.km * 0.75 ? 'search.onRoute' : 'search.ownTrip';
}
