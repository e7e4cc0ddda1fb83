import { Button } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import styles from './figures.module.css';

type Props<Row> = {
  title: string;
  /** what the figures mean */
  note: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** what a bar is called, its length and how that is said; where it leads */
  name: (row: Row) => string;
  value: (row: Row) => number;
  say: (row: Row) => string;
  to?: ((row: Row) => string | null) | undefined;
  /** the same figures, and more of them, as a table */
  columns: readonly Column<Row>[];
  /** how long a full bar is; the longest one when it is not given */
  full?: number;
  /** so many bars, until all are asked */
  most?: number;
  empty: string;
  children?: ReactNode;
};

/** A section of figures: bars that lead to what they count, or the whole as a table. */
export function Chart<Row>({
  title,
  note,
  rows,
  rowKey,
  name,
  value,
  say,
  to,
  columns,
  full,
  most = 10,
  empty,
  children,
}: Props<Row>) {
  const { t } = useTranslation();
  const id = useId();
  const [table, setTable] = useState(false);
  const [all, setAll] = useState(false);
  const longest = full ?? Math.max(0, ...rows.map(value));
  const shown = all ? rows : rows.slice(0, most);
  return (
    <section className={styles.chart} aria-labelledby={id}>
      <div className={styles.chartHead}>
        <h2 id={id}>{title}</h2>
        <Button variant="default" size="compact-md" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'figures.asBars' : 'figures.asTable')}
          <span className="visually-hidden">: {title}</span>
        </Button>
      </div>
      <p className={styles.note}>{note}</p>
      {children}
      {rows.length === 0 ? <p className={styles.none}>{empty}</p> : null}
      {rows.length > 0 && table ? <DataTable caption={title} columns={columns} rows={rows} rowKey={rowKey} /> : null}
      {rows.length > 0 && !table ? (
        <ul className={styles.bars}>
          {shown.map((row) => {
            const address = to?.(row) ?? null;
            return (
              <li key={rowKey(row)}>
                <span className={styles.barName}>{address ? <Link to={address}>{name(row)}</Link> : name(row)}</span>
                <span className={styles.track} aria-hidden="true">
                  <span style={{ inlineSize: `${longest === 0 ? 0 : (value(row) / longest) * 100}%` }} />
                </span>
                <span className={styles.barValue}>{say(row)}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {rows.length > most && !table ? (
        <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'figures.fewer' : 'figures.all', { count: rows.length })}
          <span className="visually-hidden">: {title}</span>
        </Button>
      ) : null}
    </section>
  );
}
