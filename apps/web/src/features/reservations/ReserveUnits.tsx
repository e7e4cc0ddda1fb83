import { Link } from 'react-router';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import styles from './ReservePanel.module.css';

export interface PanelUnit {
  readonly id: string;
  readonly code: string;
  readonly model: { readonly name: { nl: string; fr: string; en: string } };
}

type Props = { units: readonly PanelUnit[]; onRemove: (code: string) => void; addAddress: string | null };

/** What comes together, all or nothing; one kit alone needs no list. */
export function ReserveUnits({ units, onRemove, addAddress }: Props) {
  const { t } = useTranslation();
  const text = useText();
  if (units.length < 2 && !addAddress) return null;
  return (
    <div className={styles.units}>
      {units.length > 1 ? (
        <ul aria-label={t('reservations.together')}>
          {units.map((unit, at) => (
            <li key={unit.id}>
              <span>
                {text(unit.model.name)} <span className={styles.code}>{unit.code}</span>
              </span>
              {at > 0 ? (
                <button type="button" className={styles.remove} onClick={() => onRemove(unit.code)}>
                  <Icon name="close" size={18} />
                  <span className="visually-hidden">{t('reservations.removeUnit', { code: unit.code })}</span>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {addAddress ? (
        <Link to={addAddress} className={styles.add}>
          <Icon name="plus" size={18} /> {t('reservations.addUnit')}
        </Link>
      ) : null}
    </div>
  );
}
