import { Button, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../../graphql/viewer.js';
import { Dialog } from '../../ui/Dialog.js';
import { Icon } from '../../ui/icons.js';
import { LANGUAGES } from '../../ui/i18n/languages.js';
import { useLanguage } from '../../ui/i18n/useLanguage.js';
import { useSwitchLanguage } from '../i18n/useSwitchLanguage.js';
import { LANGUAGE_NAMES } from './language-names.js';
import styles from './MoreSheet.module.css';
import { manageNavFor, navFor, TABS, type NavItem } from './nav.js';
import { SCHEMES } from './schemes.js';
import { useSignOut } from './useSignOut.js';

const MORE: NavItem[] = [
  { to: '/word-gebruiker', key: 'app.footer.access', icon: 'people' },
  { to: '/contact', key: 'app.footer.contact', icon: 'mail' },
  { to: '/toegankelijkheid', key: 'app.footer.accessibility', icon: 'person' },
];

/** Everything of the header that has no room on a phone. */
export function MoreSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const { viewer } = useViewer();
  const language = useLanguage();
  const switchTo = useSwitchLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const items = [...navFor(viewer), ...manageNavFor(viewer), ...MORE].filter(({ to }) => !TABS.some((tab) => tab.to === to));
  return (
    <Dialog open={open} onClose={onClose} title={t('app.tabs.more')} look="sheet">
      <ul className={styles.items}>
        {items.map(({ to, key, icon }) => (
          <li key={to}>
            <Link to={to} className={styles.item} onClick={onClose} aria-current={pathname === to ? 'page' : undefined}>
              <Icon name={icon} />
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
      <fieldset className={styles.choice}>
        <legend>{t('app.language')}</legend>
        {LANGUAGES.map((code) => (
          <Button
            key={code}
            lang={code}
            size="sm"
            variant={code === language ? 'light' : 'default'}
            aria-pressed={code === language}
            onClick={() => void switchTo(code)}
          >
            {LANGUAGE_NAMES[code]}
          </Button>
        ))}
      </fieldset>
      <fieldset className={styles.choice}>
        <legend>{t('app.scheme.label')}</legend>
        {SCHEMES.map(({ scheme, key }) => (
          <Button
            key={scheme}
            size="sm"
            variant={scheme === colorScheme ? 'light' : 'default'}
            aria-pressed={scheme === colorScheme}
            onClick={() => setColorScheme(scheme)}
          >
            {t(key)}
          </Button>
        ))}
      </fieldset>
      {viewer ? (
        <div className={styles.person}>
          <p>
            {viewer.name}, {viewer.organisation.name}
          </p>
          <Button
            variant="default"
            onClick={() => {
              onClose();
              void signOut();
            }}
          >
            {t('app.signOut')}
          </Button>
        </div>
      ) : (
        <Link to="/aanmelden" state={{ back: pathname + search }} className={styles.item} onClick={onClose}>
          <Icon name="signIn" />
          {t('app.signIn')}
        </Link>
      )}
    </Dialog>
  );
}
