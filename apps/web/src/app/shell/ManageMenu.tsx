import { useTranslation } from '../../ui/i18n/texts.js';
import { useLocation } from 'react-router';
import type { Viewer } from '../../graphql/viewer.js';
import { Icon } from '../../ui/icons.js';
import { MenuButton } from '../../ui/MenuButton.js';
import { MenuItem } from '../../ui/MenuItem.js';
import styles from './Header.module.css';
import { manageNavFor } from './nav.js';

export function ManageMenu({ viewer }: { viewer: Viewer | null }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const items = manageNavFor(viewer);
  if (items.length === 0) return null;
  const button = (
    <>
      {t('app.nav.manage')}
      <Icon name="chevronDown" size={16} />
    </>
  );
  return (
    <MenuButton className={styles.link} align="start" current={pathname.startsWith('/beheer')} button={button}>
      {items.map(({ to, key, icon }) => (
        <MenuItem key={to} icon={icon} to={to}>
          {t(key)}
        </MenuItem>
      ))}
    </MenuButton>
  );
}
