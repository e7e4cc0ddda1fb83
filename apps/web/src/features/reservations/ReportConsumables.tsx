import { TextInput } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './Report.module.css';
import type { LoanConsumables } from './report.graphql.js';

type Props = {
  items: LoanConsumables;
  values: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
};

export const consumableKey = (item: LoanConsumables[number]) => `${item.unit.id} ${item.consumable.id}`;

/** What was used up; proposed is what a group of this size uses. */
export function ReportConsumables({ items, values, onChange }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  if (items.length === 0) return null;
  const several = new Set(items.map((item) => item.unit.id)).size > 1;
  return (
    <fieldset className={styles.groups}>
      <legend>{t('reservations.report.consumables')}</legend>
      {items.map((item) => {
        const key = consumableKey(item);
        return (
          <TextInput
            key={key}
            label={`${text(item.consumable.name)}${several ? ` (${item.unit.code})` : ''}`}
            description={t('reservations.report.expected', {
              amount: `${format.number(item.expected, 2)} ${item.consumable.measure}`.trim(),
            })}
            inputMode="decimal"
            value={values[key] ?? ''}
            onChange={(event) => onChange(key, event.currentTarget.value)}
          />
        );
      })}
    </fieldset>
  );
}
