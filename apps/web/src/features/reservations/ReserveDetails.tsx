import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import styles from './ReservePanel.module.css';

export interface Details {
  readonly purpose: string;
  readonly groupSize: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly remark: string;
}

export const NO_DETAILS: Details = { purpose: '', groupSize: '', contactName: '', contactPhone: '', remark: '' };

/** As the API takes them: a group that is no number is no group. */
export function detailsInput(details: Details) {
  const group = Number(details.groupSize);
  return { ...details, groupSize: details.groupSize && Number.isInteger(group) ? group : null };
}

type Props = { details: Details; onChange: (details: Details) => void; onTouch: () => void };

/** What it is for and whom to call: filled in from the last booking, folded away. */
export function ReserveDetails({ details, onChange, onTouch }: Props) {
  const { t } = useTranslation();
  const set = (field: keyof Details) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...details, [field]: event.currentTarget.value });
  return (
    <details className={styles.details} onToggle={onTouch}>
      <summary>
        <span className={styles.label}>{t('reservations.whatFor')}</span>
        <strong>
          {[
            details.purpose || t('reservations.noPurpose'),
            details.groupSize ? t('reservations.people', { count: Number(details.groupSize) }) : '',
          ]
            .filter(Boolean)
            .join(', ')}
        </strong>
      </summary>
      <div className={styles.fields}>
        <TextInput label={t('reservations.purpose')} value={details.purpose} maxLength={200} onChange={set('purpose')} />
        <TextInput
          label={t('reservations.groupSize')}
          value={details.groupSize}
          inputMode="numeric"
          pattern="[0-9]*"
          onChange={set('groupSize')}
        />
        <TextInput
          label={t('reservations.contactName')}
          value={details.contactName}
          maxLength={120}
          autoComplete="name"
          onChange={set('contactName')}
        />
        <TextInput
          label={t('reservations.contactPhone')}
          value={details.contactPhone}
          maxLength={40}
          autoComplete="tel"
          onChange={set('contactPhone')}
        />
        <Textarea
          label={t('reservations.remark')}
          value={details.remark}
          maxLength={2000}
          autosize={false}
          rows={3}
          onChange={set('remark')}
        />
      </div>
    </details>
  );
}
