import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { ReservationStateTag } from '../../ui/ReservationStateTag.js';
import { useFormat } from '../../ui/useFormat.js';
import type { ReservationRow } from './list.graphql.js';
import styles from './ReservationList.module.css';

/** One reservation in a list; the whole of it leads to its page. */
export function ReservationRowCard({ row, showOrganisation }: { row: ReservationRow; showOrganisation: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const units = row.stays.map(({ unit }) => unit);
  const [first] = units;
  return (
    <li className={styles.row}>
      <KitDrawing name={first?.model.drawing ?? ''} size={64} />
      <div className={styles.what}>
        <h2>
          <Link to={`/reservaties/${row.id}`}>
            {first ? text(first.model.name) : row.number}{' '}
            <span className={styles.code}>{units.map(({ code }) => code).join(', ')}</span>
          </Link>
        </h2>
        <p className={styles.muted}>
          {[showOrganisation ? row.organisation.name : '', row.purpose].filter(Boolean).join(' · ') ||
            t('reservations.noPurposeSaid')}
        </p>
      </div>
      <p className={styles.when}>
        <Icon name="calendar" size={18} />
        <span>{format.periodShort(row.firstDay, row.lastDay)}</span>
      </p>
      <p className={styles.where}>
        <Icon name="pin" size={18} />
        <span>
          <strong>{row.site.town}</strong>, {row.site.name}
        </span>
      </p>
      <p className={styles.state}>
        <ReservationStateTag state={row.state} />
        <span className={styles.number}>{row.number}</span>
      </p>
    </li>
  );
}
