import type { ReactNode } from 'react';
import { useTranslation } from './i18n/texts.js';
import styles from './DataTable.module.css';
import { Icon } from './icons.js';

export type Column<Row> = {
  key: string;
  header: string;
  render: (row: Row) => ReactNode;
  align?: 'left' | 'right';
  sortable?: boolean;
};
export type Sort = { key: string; down: boolean };

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** the last line, by the keys of the columns */
  total?: Readonly<Record<string, ReactNode>> | undefined;
};

/** A table on a desk; on a phone each row is a small list with the headers as names. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, onSort, total }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, header, align, sortable }) => {
            const sorted = sort?.key === key ? (sort.down ? 'descending' : 'ascending') : undefined;
            return (
              <th key={key} scope="col" data-align={align} aria-sort={sorted}>
                {sortable && onSort ? (
                  <button
                    type="button"
                    className={styles.sort}
                    aria-label={t('ui.table.sort', { header })}
                    onClick={() => onSort({ key, down: sort?.key === key && !sort.down })}
                  >
                    {header}
                    {sorted ? <Icon name={sorted === 'ascending' ? 'chevronUp' : 'chevronDown'} size={16} /> : null}
                  </button>
                ) : (
                  header
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, header, align, render }) => (
              <td key={key} data-align={align} data-header={header}>
                {render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            {columns.map(({ key, header, align }) => (
              <td key={key} data-align={align} data-header={header} data-empty={total[key] === undefined || undefined}>
                {total[key]}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
