import { MANAGED_KINDS, SHAPES } from '@karavaan/domain';
import { NavLink } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { recordAddress } from './record-addresses.js';
import styles from './records.module.css';

/** From one kind of records to another, and to what is done with them. */
export function KindTabs() {
  const { t } = useTranslation();
  const text = useText();
  return (
    <nav aria-label={t('records.kinds')}>
      <ul className={styles.tabs}>
        {MANAGED_KINDS.map((kind) => (
          <li key={kind}>
            <NavLink to={recordAddress(kind)}>{text(SHAPES[kind].names)}</NavLink>
          </li>
        ))}
        <li>
          <NavLink to="/beheer/invoer">{t('records.import.title')}</NavLink>
        </li>
        <li>
          <NavLink to="/beheer/instellingen">{t('records.settings.title')}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
