import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { MenuButton } from '../../ui/MenuButton.js';
import { MenuItem } from '../../ui/MenuItem.js';
import styles from './Header.module.css';
import { SCHEMES } from './schemes.js';

export function SchemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const now = SCHEMES.find(({ scheme }) => scheme === colorScheme);
  return (
    <MenuButton className={styles.tool} label={t('app.scheme.label')} button={<Icon name={now?.icon ?? 'screen'} />}>
      {SCHEMES.map(({ scheme, key, icon }) => (
        <MenuItem key={scheme} icon={icon} checked={scheme === colorScheme} onSelect={() => setColorScheme(scheme)}>
          {t(key)}
        </MenuItem>
      ))}
    </MenuButton>
  );
}
