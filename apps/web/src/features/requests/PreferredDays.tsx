import { Button } from '@mantine/core';
import { DateField } from '../../ui/DateField.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import styles from './requests.module.css';

export type DayPair = { id: string; from: string | null; to: string | null };

const MOST = 5;

/** Periods that would suit best; none is fine. */
export function PreferredDays({
  pairs,
  min,
  onChange,
}: {
  pairs: readonly DayPair[];
  min: string;
  onChange: (pairs: DayPair[]) => void;
}) {
  const { t } = useTranslation();
  const change = (id: string, part: Partial<DayPair>) =>
    onChange(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)));
  return (
    <fieldset className={styles.preferred}>
      <legend>{t('requests.field.preferred')}</legend>
      <p className={styles.muted}>{t('requests.help.preferred')}</p>
      {pairs.map(({ id, from, to }) => (
        <div key={id} className={styles.preferredRow}>
          <DateField label={t('requests.field.from')} value={from} min={min} onChange={(day) => change(id, { from: day })} />
          <DateField label={t('requests.field.to')} value={to} min={from ?? min} onChange={(day) => change(id, { to: day })} />
          <Button variant="default" onClick={() => onChange(pairs.filter((pair) => pair.id !== id))}>
            {t('requests.removePreferred')}
          </Button>
        </div>
      ))}
      {pairs.length < MOST ? (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => onChange([...pairs, { id: crypto.randomUUID(), from: null, to: null }])}
          >
            {t('requests.addPreferred')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
