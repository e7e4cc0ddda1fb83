import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './ReservePanel.module.css';

type Window = { date: string; from: string; to: string } | null;
type Props = {
  range: { first: string; last: string };
  arrival: Window;
  departure: Window;
  from: { name: string; town: string } | null;
  fixed: boolean;
};

/** Brought, yours, fetched: each with its day. */
export function ReserveSteps({ range, arrival, departure, from, fixed }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = (window: NonNullable<Window>) =>
    t('reservations.between', { day: format.dayShort(window.date), from: window.from, to: window.to });
  return (
    <ol className={styles.steps}>
      {arrival ? (
        <li>
          <strong>{at(arrival)}</strong>
          <span>{from ? t('reservations.broughtFrom', { town: from.town }) : t('reservations.broughtAll')}</span>
        </li>
      ) : (
        <li>
          <strong>{t('reservations.noMove')}</strong>
          <span>{fixed ? t('reservations.youTravel') : t('reservations.alreadyThere')}</span>
        </li>
      )}
      <li data-mine>
        <strong>{format.periodShort(range.first, range.last)}</strong>
        <span>{fixed ? t('reservations.atYourUse') : t('reservations.isYours')}</span>
      </li>
      {fixed ? null : (
        <li>
          <strong>{departure ? at(departure) : t('reservations.later')}</strong>
          <span>{departure ? t('reservations.fetched') : t('reservations.staysUntil')}</span>
        </li>
      )}
    </ol>
  );
}
