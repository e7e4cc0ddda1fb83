import { fieldOf, type RecordKind } from '@karavaan/domain';
import { DataTable } from '../../ui/DataTable.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import type { ImportRowParts } from './imports.graphql.js';
import styles from './records.module.css';
import { useProblemText } from './useProblemText.js';
import { useValueText } from './useValueText.js';

const TONES: Record<ImportRowParts['does'], Tone> = { NEW: 'green', CHANGED: 'yellow', UNCHANGED: 'grey', WRONG: 'red' };

/** The rows as the file has them: what each would do, and for a wrong one the cell and the reason. */
export function ImportRows({ kind, rows }: { kind: RecordKind; rows: readonly ImportRowParts[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('records.import.outcomes')}
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'line', header: t('records.import.line'), align: 'right', render: ({ line }) => line },
        {
          key: 'does',
          header: t('records.import.outcome'),
          render: ({ does }) => (
            <span className={styles.tag}>
              <StatusTag tone={TONES[does]}>{t(`records.import.is.${does}`)}</StatusTag>
            </span>
          ),
        },
        { key: 'title', header: t('records.import.about'), render: ({ title }) => title },
        { key: 'why', header: t('records.import.detail'), render: (row) => <Detail kind={kind} row={row} /> },
      ]}
    />
  );
}

function Detail({ kind, row }: { kind: RecordKind; row: ImportRowParts }) {
  const { t } = useTranslation();
  const text = useText();
  const say = useValueText();
  const why = useProblemText();
  if (row.wrong.length > 0)
    return (
      <ul className={styles.outcome}>
        {row.wrong.map((wrong) => {
          const field = fieldOf(kind, wrong.field);
          const label = field ? text(field.label) : wrong.field;
          const where = wrong.cell
            ? t('records.import.cell', { cell: wrong.cell, field: label, text: wrong.text ?? '' })
            : t('records.import.noCell', { field: label });
          return (
            <li key={`${wrong.field} ${wrong.problem}`}>
              <strong>{where}</strong> {why(field, wrong)}
            </li>
          );
        })}
      </ul>
    );
  if (row.does !== 'CHANGED') return null;
  return (
    <ul className={styles.outcome}>
      {row.changes.map(({ field: key, before, after }) => {
        const field = fieldOf(kind, key);
        return (
          <li key={key}>
            {t('records.history.changed', {
              field: field ? text(field.label) : key,
              before: say(field, before),
              after: say(field, after),
            })}
          </li>
        );
      })}
    </ul>
  );
}
