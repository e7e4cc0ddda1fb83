import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useViewer, viewerMay } from '../graphql/viewer.js';
import { useTranslation } from '../ui/i18n/texts.js';
import styles from './BudgetPage.module.css';
import { ManagePage } from './ManagePage.js';

/** The pages of the budget, in the order of the money; each names the text of its tab and who may use it. */
const TABS: readonly { to: string; key: string; may: string }[] = [
  { to: '/budget', key: 'envelope.tab', may: 'budget.read' },
  { to: '/budget/lijnen', key: 'envelope.lines.title', may: 'budget.read' },
  { to: '/budget/facturen', key: 'invoices.title', may: 'budget.read' },
  { to: '/budget/e-facturen', key: 'intake.title', may: 'budget.read' },
  { to: '/budget/bank', key: 'intake.bank.title', may: 'budget.read' },
  { to: '/budget/leveranciers', key: 'invoices.suppliers', may: 'budget.read' },
  { to: '/budget/boekingen', key: 'envelope.postings.title', may: 'budget.read' },
  { to: '/budget/wat-als', key: 'envelope.whatIf.title', may: 'budget.read' },
  { to: '/budget/behoefte', key: 'envelope.need.title', may: 'budget.read' },
  { to: '/budget/gebruik', key: 'envelope.value.title', may: 'budget.read' },
  { to: '/budget/invoer', key: 'intake.tables.title', may: 'budget.write' },
  { to: '/budget/maanden', key: 'envelope.months.title', may: 'budget.read' },
  { to: '/budget/spoor', key: 'envelope.trail.title', may: 'budget.read' },
];

type Props = { title: string; lead: string; may?: string; crumbs?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page of the budget, with the way to the others. */
export function BudgetPage({ title, lead, may = 'budget.read', crumbs, actions, children }: Props) {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  return (
    <ManagePage may={may} title={title} lead={lead} crumbs={crumbs} actions={actions}>
      <nav aria-label={t('app.nav.budgetPages')}>
        <ul className={styles.tabs}>
          {TABS.filter((tab) => viewerMay(viewer, tab.may)).map(({ to, key }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/budget'}>
                {t(key)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </ManagePage>
  );
}
