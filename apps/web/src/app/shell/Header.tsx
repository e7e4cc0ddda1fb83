import { useTranslation } from '../../ui/i18n/texts.js';
import { Link, NavLink } from 'react-router';
import { useViewer } from '../../graphql/viewer.js';
import { Logo } from '../../ui/Logo.js';
import styles from './Header.module.css';
import { LanguageMenu } from './LanguageMenu.js';
import { ManageMenu } from './ManageMenu.js';
import { navFor } from './nav.js';
import { PersonMenu } from './PersonMenu.js';
import { SchemeMenu } from './SchemeMenu.js';

export function Header() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link to="/" className={styles.home} aria-label={t('app.home')}>
          <Logo />
          <span className={styles.wordmark}>karavaan</span>
        </Link>
        <nav className={styles.nav} aria-label={t('app.nav.label')}>
          {navFor(viewer).map((item) => (
            <NavLink key={item.key} to={item.to} end={item.to === '/'} className={styles.link}>
              {t(item.key)}
            </NavLink>
          ))}
          <ManageMenu viewer={viewer} />
        </nav>
        <div className={styles.tools}>
          <LanguageMenu />
          <SchemeMenu />
          <div className={styles.person}>{loading ? null : <PersonMenu viewer={viewer} />}</div>
        </div>
      </div>
    </header>
  );
}
