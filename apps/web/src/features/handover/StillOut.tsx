import { useTranslation } from '../../ui/i18n/texts.js';
import type { Sheet } from './handover.graphql.js';
import styles from './handover.module.css';

/** After a partial return: what is still out. */
export function StillOut({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const begun = sheet.units.some((unit) => unit.state === 'RELEASED' || unit.boxes.some((box) => box.passed.includes('RETURN')));
  const out = sheet.units.filter((unit) => unit.state !== 'RELEASED');
  if (!begun || out.length === 0) return null;
  return (
    <section className={styles.note} aria-labelledby="still-out">
      <h2 id="still-out">{t('handover.stillOut.title')}</h2>
      <ul>
        {out.map((unit) => {
          const boxes = unit.stillOut.length > 0 ? unit.stillOut : unit.boxes.map((box) => box.box);
          return (
            <li key={unit.unitId}>
              {t('handover.stillOut.unit', { code: unit.code, boxes: boxes.join(', '), count: boxes.length })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
