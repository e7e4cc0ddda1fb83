import { useQuery } from '@apollo/client/react';
import { Card } from '../../ui/Card.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { UNIT_PACKING } from './packing.graphql.js';
import styles from './packing.module.css';

/** For who looks after it: this unit's own boxes, and where to change them and print their labels. */
export function UnitPacking({ code }: { code: string }) {
  const { t } = useTranslation();
  const text = useText();
  const { data } = useQuery(UNIT_PACKING, { variables: { code } });
  const unit = data?.equipmentUnit;
  if (!unit?.mayPack) return null;
  return (
    <Card>
      <h2>{t('packing.title', { code })}</h2>
      {unit.packing.version > 0 ? (
        <ul className={styles.short}>
          {unit.packing.boxes.map(({ box, parts }) => (
            <li key={box}>
              <strong>{t('packing.box', { box, of: unit.packing.boxes.length })}</strong>:{' '}
              {parts.map((part) => `${part.quantity} × ${text(part.name)}`).join(', ') || t('packing.empty')}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('packing.ofModel')}</p>
      )}
      <div className={styles.buttons}>
        <LinkButton to={`/toestel/${encodeURIComponent(code)}/paklijst`} variant="default">
          {t('packing.edit')}
        </LinkButton>
        <LinkButton to={`/etiketten?kits=${encodeURIComponent(code)}`} variant="default">
          {t('packing.labels')}
        </LinkButton>
      </div>
    </Card>
  );
}
