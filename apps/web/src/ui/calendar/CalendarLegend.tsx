import { useTranslation } from '../i18n/texts.js';
import looks from './looks.module.css';
import styles from './MonthCalendar.module.css';

const LOOKS = ['FREE', 'ARRIVES', 'TAKEN', 'CLOSED', 'MINE'] as const;

export function CalendarLegend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend} aria-label={t('ui.calendar.legend')}>
      {LOOKS.map((look) => (
        <li key={look}>
          <span className={`${styles.swatch} ${looks[look]}`} aria-hidden="true" />
          {t(`ui.legend.${look}`)}
        </li>
      ))}
    </ul>
  );
}
