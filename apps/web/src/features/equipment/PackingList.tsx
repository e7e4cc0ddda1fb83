import { useTranslation } from '../../ui/i18n/texts.js';
import type { ModelPartsFragment } from '../../graphql/generated/graphql.js';
import { Card } from '../../ui/Card.js';
import { useText } from '../../ui/i18n/useText.js';
import styles from './PackingList.module.css';

/** What is in each box, and what else somebody who receives it must know. */
export function PackingList({ model }: { model: ModelPartsFragment }) {
  const { t } = useTranslation();
  const text = useText();
  const boxes = Map.groupBy(model.packingList, (item) => item.box);
  const more = [
    ['inspection', model.inspectionDuty],
    ['consumables', model.consumables],
    ['hazards', model.transportHazards],
  ] as const;
  return (
    <Card>
      <h2>{t('equipment.packing')}</h2>
      <div className={styles.boxes}>
        {[...boxes].map(([box, items]) => (
          <details key={box} open={box === 1}>
            <summary>{t('equipment.box', { box, of: boxes.size })}</summary>
            <ul>
              {items.map((item) => (
                <li key={text(item.name)}>
                  <span className="tabular">{item.quantity} ×</span> {text(item.name)}
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
      <dl className={styles.more}>
        {more.map(([key, words]) =>
          words ? (
            <div key={key}>
              <dt>{t(`equipment.${key}`)}</dt>
              <dd>{text(words)}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Card>
  );
}
