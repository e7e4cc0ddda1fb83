import { NavLink } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import styles from './figures.module.css';

const TABS = [
  ['/beheer/cijfers', 'indicators'],
  ['/beheer/vraag', 'unmet'],
  ['/beheer/bereik', 'coverage'],
] as const;

/** The three pages of figures. */
export function InsightTabs() {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('figures.tabs')}>
      {TABS.map(([to, name]) => (
        <NavLink key={to} to={to}>
          {t(`figures.${name}.tab`)}
        </NavLink>
      ))}
    </nav>
  );
}
