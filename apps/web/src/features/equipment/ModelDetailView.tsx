import { useTranslation } from '../../ui/i18n/texts.js';
import { Card } from '../../ui/Card.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useTitle } from '../../ui/useTitle.js';
import type { ModelDetail } from './equipment.graphql.js';
import styles from './ModelDetailView.module.css';
import { MeasureFigure } from './MeasureFigure.js';
import { ModelFacts } from './ModelFacts.js';
import { PackingList } from './PackingList.js';
import heading from './UnitHeading.module.css';

/** A model: what it is, and the units that can be reserved. */
export function ModelDetailView({ model, mayMeasure }: { model: ModelDetail; mayMeasure: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const name = text(model.name);
  useTitle(name);
  return (
    <div className={styles.detail}>
      <header className={heading.heading}>
        <KitDrawing name={model.drawing} size={184} />
        <div>
          <h1 tabIndex={-1}>{name}</h1>
          <p className={heading.promise}>
            {text(model.promise)} {model.exampleProduct ? t('equipment.example', { product: model.exampleProduct }) : ''}
          </p>
          <ModelFacts model={model} />
          <p className={styles.photo}>{t('equipment.photo')}</p>
          {mayMeasure ? <MeasureFigure model={model} /> : null}
        </div>
      </header>
      <Card>
        <h2>{t(model.units.length === 0 ? 'equipment.noUnits' : 'equipment.choose')}</h2>
        <p className={styles.lead}>{t(model.units.length === 0 ? 'equipment.noUnitsLead' : 'equipment.chooseLead')}</p>
        <ul className={styles.units}>
          {model.units.map((unit) => (
            <li key={unit.id}>
              <span>
                <strong>{unit.code}</strong> {t(unit.mobility === 'FIXED' ? 'equipment.fixed' : 'equipment.standsIn')}{' '}
                {unit.mobility === 'FIXED' ? '· ' : ''}
                {unit.placeOn.town}, {unit.placeOn.name}
              </span>
              <LinkButton to={`/toestel/${encodeURIComponent(unit.code)}`}>
                {t('equipment.seeUnit')}
                <span className="visually-hidden"> {unit.code}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      </Card>
      <PackingList model={model} />
    </div>
  );
}
