import { SHAPES, type Field, type RecordKind } from '@karavaan/domain';
import { DataTable } from '../../ui/DataTable.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import styles from './records.module.css';

/** What each column of a file may hold. */
export function FieldList({ kind }: { kind: RecordKind }) {
  const { t } = useTranslation();
  const text = useText();
  const what = (field: Field): string => {
    if (field.choices) return field.choices.map(({ value, names }) => `${value} (${text(names)})`).join(', ');
    if (field.refers) return t('records.import.reference', { kind: text(SHAPES[field.refers].names) });
    return t(`records.import.kindOf.${field.kind}`);
  };
  return (
    <details className={styles.group}>
      <summary>{t('records.import.columns')}</summary>
      <DataTable
        caption={t('records.import.columns')}
        rows={SHAPES[kind].fields}
        rowKey={({ key }) => key}
        columns={[
          { key: 'heading', header: t('records.import.heading'), render: ({ label }) => text(label) },
          {
            key: 'what',
            header: t('records.import.holds'),
            render: (field) => [what(field), field.help && text(field.help)].filter(Boolean).join(' · '),
          },
          {
            key: 'must',
            header: t('records.import.must'),
            render: ({ required, derived, natural, fallback }) =>
              natural ? t('records.import.key') : required && !derived && !fallback ? t('records.yes') : t('records.no'),
          },
        ]}
      />
    </details>
  );
}
