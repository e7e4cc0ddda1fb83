import { useTranslation } from '../../ui/i18n/texts.js';
import { Link, useLocation } from 'react-router';
import type { Viewer } from '../../graphql/viewer.js';
import { Icon } from '../../ui/icons.js';
import { MenuButton } from '../../ui/MenuButton.js';
import { MenuItem } from '../../ui/MenuItem.js';
import styles from './Header.module.css';
import { useSignOut } from './useSignOut.js';

/** Who is signed in, and the way out; the way in for a visitor. */
export function PersonMenu({ viewer }: { viewer: Viewer | null }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const signOut = useSignOut();
  if (!viewer)
    return (
      <Link to="/aanmelden" state={{ back: pathname + search }} className={styles.tool}>
        <Icon name="signIn" />
        {t('app.signIn')}
      </Link>
    );
  const button = (
    <>
      <span className={styles.who}>
        <strong>{viewer.name}</strong>
        <span>{viewer.organisation.name}</span>
      </span>
      <span className="visually-hidden">, {t('app.account')}</span>
      <span className={styles.initials} aria-hidden="true">
        {initialsOf(viewer.name)}
      </span>
    </>
  );
  const heading = (
    <>
      {viewer.name}, {t(`app.role.${viewer.role}`)}
      <br />
      {viewer.organisation.name}
    </>
  );
  return (
    <MenuButton className={styles.tool} button={button} heading={heading}>
      <MenuItem to="/mijn-mails">{t('app.myMails')}</MenuItem>
      <MenuItem icon="signOut" onSelect={() => void signOut()}>
        {t('app.signOut')}
      </MenuItem>
    </MenuButton>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}
