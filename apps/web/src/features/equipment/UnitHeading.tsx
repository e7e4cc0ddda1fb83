import { useTranslation } from '../../ui/i18n/texts.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { useText } from '../../ui/i18n/useText.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { useTitle } from '../../ui/useTitle.js';
import type { UnitDetail } from './equipment.graphql.js';
import { ModelFacts } from './ModelFacts.js';
import styles from './UnitHeading.module.css';

/** Drawing, whether it is ready, its promise and its facts. */
export function UnitHeading({ unit, today }: { unit: UnitDetail; today: string }) {
  const { t } = useTranslation();
  const text = useText();
  const name = text(unit.model.name);
  useTitle(`${name} ${unit.code}`);
  return (
    <header className={styles.heading}>
      <KitDrawing name={unit.model.drawing} size={184} />
      <div className={styles.words}>
        <p className={styles.tag}>
          <Ready unit={unit} today={today} />
        </p>
        <h1 tabIndex={-1}>{name}</h1>
        <p className={styles.promise}>
          {text(unit.model.promise)}{' '}
          {t(unit.mobility === 'FIXED' ? 'equipment.fixedAt' : 'equipment.standsNow', { code: unit.code })}{' '}
          <strong>{unit.placeOn.town}</strong>, {unit.placeOn.name}.
        </p>
        <ModelFacts model={unit.model} />
      </div>
    </header>
  );
}

function Ready({ unit, today }: { unit: UnitDetail; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!unit.inService) return <StatusTag tone="red">{t('equipment.outOfService')}</StatusTag>;
  if (unit.inspectionValidTo === null)
    return (
      <StatusTag tone="grey">
        {unit.model.inspectionDuty ? t('equipment.inspectionUnknown') : t('equipment.noInspection')}
      </StatusTag>
    );
  if (unit.inspectionValidTo < today)
    return <StatusTag tone="red">{t('equipment.inspectionOver', { day: format.dayNumeric(unit.inspectionValidTo) })}</StatusTag>;
  return <StatusTag tone="green">{t('equipment.ready', { day: format.dayNumeric(unit.inspectionValidTo) })}</StatusTag>;
}
