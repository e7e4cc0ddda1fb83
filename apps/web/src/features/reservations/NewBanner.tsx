import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Van } from '../../ui/Van.js';
import type { ReservationDetail } from './reservation.graphql.js';
import styles from './ReservationDetail.module.css';

/** Right after reserving: that it worked, and what comes next. */
export function NewBanner({ reservation }: { reservation: ReservationDetail }) {
  const { t } = useTranslation();
  const confirmed = reservation.state === 'CONFIRMED';
  return (
    <div className={styles.banner} role="status">
      <Van size={112} />
      <div>
        <p className={styles.bannerTitle}>{t(confirmed ? 'reservations.new.confirmed' : 'reservations.new.title')}</p>
        <p>{t(confirmed ? 'reservations.new.confirmedText' : 'reservations.new.text', { number: reservation.number })}</p>
      </div>
      <LinkButton to="/reservaties" variant="default">
        {t('reservations.new.action')}
      </LinkButton>
    </div>
  );
}
