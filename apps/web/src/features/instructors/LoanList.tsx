import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ReservationStateTag } from '../../ui/ReservationStateTag.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { clashes } from './clashes.js';
import type { InstructorView, LoanView } from './instructors.graphql.js';
import styles from './instructors.module.css';

type Props = { loans: readonly LoanView[]; absences: InstructorView['absences']; linked: boolean };

/** What an instructor comes along with, the first first. */
export function LoanList({ loans, absences, linked }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (loans.length === 0) return <EmptyState text={t('instructors.noLoans')} />;
  return (
    <ul className={styles.list}>
      {loans.map((loan) => (
        <li key={loan.reservationId}>
          <div className={styles.facts}>
            <h3>{format.period(loan.firstDay, loan.lastDay)}</h3>
            <p>
              {loan.siteName}, {loan.address}
            </p>
            <p className={styles.small}>
              {linked ? <Link to={`/reservaties/${loan.reservationId}`}>{loan.number}</Link> : loan.number}
              {` · ${[loan.unitCodes.join(', '), loan.organisation, loan.purpose, loan.contact].filter(Boolean).join(' · ')}`}
            </p>
          </div>
          {clashes(loan, absences) ? <StatusTag tone="red">{t('instructors.absentThen')}</StatusTag> : null}
          <ReservationStateTag state={loan.state} />
        </li>
      ))}
    </ul>
  );
}
