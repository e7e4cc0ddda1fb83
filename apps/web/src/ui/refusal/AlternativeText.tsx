import { useTranslation } from '../i18n/texts.js';
import type { AlternativeParts } from '../../graphql/refusal-fragment.js';
import { useText } from '../i18n/useText.js';
import { useFormat } from '../useFormat.js';
import styles from './RefusalView.module.css';

/** What an alternative offers: other days, an equal unit or a nearer site, and the kilometres it adds. */
export function AlternativeText({ alternative }: { alternative: AlternativeParts }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { kind, unit, site, firstDay, lastDay, extraKm } = alternative;
  const offer = t(`ui.refusal.alternative.${kind}`, {
    unit: `${text(unit.model.name)} (${unit.code})`,
    site: site ? `${site.name}, ${site.town}` : '',
    period: format.period(firstDay, lastDay),
  });
  return (
    <span className={styles.offer}>
      {offer}
      {extraKm === null ? null : <span className={styles.km}>{format.extraKm(extraKm)}</span>}
    </span>
  );
}
