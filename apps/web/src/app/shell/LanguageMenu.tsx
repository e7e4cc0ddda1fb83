import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { LANGUAGES } from '../../ui/i18n/languages.js';
import { useLanguage } from '../../ui/i18n/useLanguage.js';
import { MenuButton } from '../../ui/MenuButton.js';
import { MenuItem } from '../../ui/MenuItem.js';
import { useSwitchLanguage } from '../i18n/useSwitchLanguage.js';
import styles from './Header.module.css';
import { LANGUAGE_NAMES } from './language-names.js';

export function LanguageMenu() {
  const { t } = useTranslation();
  const language = useLanguage();
  const switchTo = useSwitchLanguage();
  const button = (
    <>
      {language.toUpperCase()}
      <Icon name="chevronDown" size={16} />
    </>
  );
  return (
    <MenuButton className={styles.tool} label={`${language.toUpperCase()}, ${t('app.language')}`} button={button}>
      {LANGUAGES.map((code) => (
        <MenuItem key={code} lang={code} checked={code === language} onSelect={() => void switchTo(code)}>
          {LANGUAGE_NAMES[code]}
        </MenuItem>
      ))}
    </MenuButton>
  );
}
