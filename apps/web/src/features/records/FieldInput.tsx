import type { Field } from '@karavaan/domain';
import { Input, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { DateField } from '../../ui/DateField.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { HoursInput } from './HoursInput.js';
import { ReferenceInput } from './ReferenceInput.js';
import styles from './records.module.css';

type Props = {
  field: Field;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
};

const MODES: Partial<Record<Field['kind'], 'numeric' | 'decimal' | 'email'>> = {
  integer: 'numeric',
  decimal: 'decimal',
  email: 'email',
};
const LONG = 250;

/** The control of a field, by what kind it is. */
export function FieldInput({ field, value, onChange, error }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const label = text(field.label);
  const optional = field.required && !field.derived ? label : `${label} (${t('records.optional')})`;
  const help = field.help ? text(field.help) : undefined;
  const common = { label: optional, description: help, error, name: field.key };
  if (field.kind === 'day')
    return (
      <DateField label={optional} name={field.key} value={value || null} error={error} onChange={(day) => onChange(day ?? '')} />
    );
  if (field.kind === 'hours') return <HoursInput label={label} value={value} error={error} onChange={onChange} />;
  if (field.kind === 'reference')
    return <ReferenceInput field={field} label={optional} value={value} error={error} onChange={onChange} />;
  if (field.kind === 'choices')
    return (
      <fieldset className={styles.set}>
        <legend>{optional}</legend>
        {(field.choices ?? []).map((choice) => (
          <label key={choice.value} className={styles.check}>
            <input
              type="checkbox"
              checked={value.split(';').includes(choice.value)}
              onChange={(event) => {
                const rest = value.split(';').filter((each) => each && each !== choice.value);
                onChange((event.currentTarget.checked ? [...rest, choice.value] : rest).join(';'));
              }}
            />
            {text(choice.names)}
          </label>
        ))}
        {error ? <p className={styles.error}>{error}</p> : null}
      </fieldset>
    );
  if (field.kind === 'choice' || field.kind === 'yesNo') {
    const choices =
      field.kind === 'yesNo'
        ? ['true', 'false'].map((each) => ({ value: each, label: t(each === 'true' ? 'records.yes' : 'records.no') }))
        : (field.choices ?? []).map((choice) => ({ value: choice.value, label: text(choice.names) }));
    return (
      <Input.Wrapper label={optional} description={help} error={error} id={id}>
        <select
          id={id}
          name={field.key}
          className={styles.select}
          aria-invalid={error ? true : undefined}
          aria-describedby={[help ? `${id}-description` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {field.required && !field.derived && value ? null : (
            <option value="">{t(field.kind === 'yesNo' ? 'records.unknown' : 'records.choose')}</option>
          )}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </Input.Wrapper>
    );
  }
  if (field.kind === 'text' && (field.longest ?? 0) > LONG)
    return (
      <Textarea {...common} autosize={false} rows={3} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    );
  return (
    <TextInput
      {...common}
      autoComplete="off"
      inputMode={MODES[field.kind]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
