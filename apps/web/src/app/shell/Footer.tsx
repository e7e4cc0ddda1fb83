import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import styles from './Footer.module.css';

const LINKS = [
  { to: '/over', key: 'app.footer.about' },
  { to: '/word-gebruiker', key: 'app.footer.access' },
  { to: '/contact', key: 'app.footer.contact' },
  { to: '/privacy', key: 'app.footer.privacy' },
  { to: '/toegankelijkheid', key: 'app.footer.accessibility' },
];

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>{t('app.footer.what')}</p>
        <nav aria-label={t('app.footer.label')}>
          <ul className={styles.links}>
            {LINKS.map(({ to, key }) => (
              <li key={to}>
                <Link to={to}>{t(key)}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
