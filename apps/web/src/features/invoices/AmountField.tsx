import { readAmount } from '@karavaan/domain';
import { TextInput } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';

type Props = { label: string; value: string; onChange: (typed: string) => void; required?: boolean };

/** An amount as people type it; when it could be two things it says which. */
export function AmountField({ label, value, onChange, required = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const reading = value.trim() === '' ? null : readAmount(value);
  const readings = reading && !reading.ok ? reading.readings.map((each) => format.euro(each)).join(` ${t('invoices.or')} `) : '';
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      required={required}
      value={value}
      error={reading && !reading.ok ? t(`invoices.amountWrong.${reading.code}`, { readings }) : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
