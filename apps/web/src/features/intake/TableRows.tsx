import type { BudgetImportQuery } from '../../graphql/generated/graphql.js';
import { DataTable } from '../../ui/DataTable.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './intake.module.css';

type Row = NonNullable<BudgetImportQuery['budgetImport']>['rows'][number];
const TONES: Record<Row['does'], Tone> = { NEW: 'green', CHANGED: 'blue', UNCHANGED: 'grey', WRONG: 'red' };

/** The rows as the file has them: what each would do, and for a wrong one the cell and the reason. */
export function TableRows({ rows, compares }: { rows: readonly Row[]; compares: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const amounts = (more: string) =>
    more
      .split(' ')
      .map((each) => (/^-?\d+$/.test(each) ? format.euro(each) : format.dayNumeric(each)))
      .join(` ${t('intake.bank.or')} `);
  return (
    <DataTable
      caption={t('intake.tables.outcomes')}
      rows={rows}
      rowKey={(row) => `${row.line} ${row.title} ${row.before}`}
      columns={[
        { key: 'line', header: t('intake.tables.line'), align: 'right', render: ({ line }) => (line === 0 ? '–' : line) },
        {
          key: 'does',
          header: t('intake.tables.outcome'),
          render: ({ does }) => (
            <span className={styles.tag}>
              <StatusTag tone={TONES[does]}>{t(`intake.tables.${compares ? 'compared' : 'is'}.${does}`)}</StatusTag>
            </span>
          ),
        },
        { key: 'title', header: t('intake.tables.about'), render: ({ title }) => title },
        {
          key: 'amount',
          header: t('intake.amount'),
          align: 'right',
          render: ({ cents }) => (cents === null ? '' : format.euro(cents)),
        },
        {
          key: 'before',
          header: t(compares ? 'intake.tables.ours' : 'intake.tables.before'),
          align: 'right',
          render: ({ before }) => (before === null ? '' : format.euro(before)),
        },
        {
          key: 'why',
          header: t('intake.tables.detail'),
          render: ({ wrong }) => (
            <ul className={styles.problems}>
              {wrong.map(({ code, column, text, more }) => (
                <li key={`${code} ${column}`}>
                  {column ? `${column}: ` : ''}
                  {t(`intake.tables.problem.${code}`, {
                    text: code === 'NOT_IN_FILE' ? format.dayNumeric(text) : text,
                    more: more ? amounts(more) : '',
                  })}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
