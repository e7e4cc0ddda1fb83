import { useQuery } from '@apollo/client/react';
import { useCallback, useMemo } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { AreaMap } from '../../ui/map/AreaMap.js';
import { useFormat } from '../../ui/useFormat.js';
import { refusedReservations } from './addresses.js';
import { Chart } from './Chart.js';
import { UNMET_DEMAND, type UnmetRow } from './figures.graphql.js';
import styles from './figures.module.css';
import { PeriodBar, usePeriod } from './PeriodBar.js';

type Sum = { key: string; name: string; code: string; searches: number; refusals: number; open: number; total: number };

const totalOf = ({ searches, refusals, open }: Pick<UnmetRow, 'searches' | 'refusals' | 'open'>) => searches + refusals + open;

/** What was wanted and not given, by model and by municipality. */
export function UnmetDemand() {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const period = usePeriod();
  const { data, previousData, error, loading, refetch } = useQuery(UNMET_DEMAND, { variables: period });
  const shown = data ?? (error ? undefined : previousData);
  const rows = shown?.unmetDemand;
  const domains = shown?.domains;
  const nameOf = useCallback(
    (row: UnmetRow) => {
      if (row.model) return text(row.model.name);
      const domain = domains?.find(({ code }) => code === row.domain);
      return domain ? t('figures.unmet.domain', { name: text(domain.name) }) : t('figures.unmet.anything');
    },
    [domains, text, t],
  );
  const models = useMemo(
    () =>
      summed(rows ?? [], (row) => ({
        key: row.modelCode || row.domain || '',
        code: row.modelCode,
        name: nameOf(row),
      })),
    [rows, nameOf],
  );
  const towns = useMemo(
    () =>
      summed(rows ?? [], (row) => ({
        key: row.nis ?? '',
        code: row.nis ?? '',
        name: row.municipality ?? t('figures.unmet.nowhere'),
      })),
    [rows, t],
  );
  const most = Math.max(1, ...towns.filter(({ code }) => code).map(({ total }) => total));
  const columns = (header: string) => [
    { key: 'name', header, render: (row: Sum) => row.name },
    {
      key: 'searches',
      header: t('figures.unmet.searches'),
      render: (row: Sum) => format.number(row.searches),
      align: 'right' as const,
    },
    {
      key: 'refusals',
      header: t('figures.unmet.refusals'),
      render: (row: Sum) => format.number(row.refusals),
      align: 'right' as const,
    },
    { key: 'open', header: t('figures.unmet.open'), render: (row: Sum) => format.number(row.open), align: 'right' as const },
    { key: 'total', header: t('figures.unmet.total'), render: (row: Sum) => format.number(row.total), align: 'right' as const },
  ];
  return (
    <>
      <PeriodBar />
      {error && !rows ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!rows && !error ? <DelayedSkeleton count={4} height={160} /> : null}
      {rows?.length === 0 ? <EmptyState van text={t('figures.unmet.none')} /> : null}
      {rows && rows.length > 0 ? (
        <div aria-busy={loading}>
          <div className={styles.charts}>
            <Chart
              title={t('figures.unmet.models')}
              note={t('figures.unmet.note')}
              empty={t('figures.nothing')}
              rows={models}
              rowKey={({ key }) => key}
              name={({ name }) => name}
              value={({ total }) => total}
              say={(row) =>
                t('figures.unmet.say', { count: row.total, searches: row.searches, refusals: row.refusals, open: row.open })
              }
              to={({ code }) => (code ? `/kits/${encodeURIComponent(code)}` : null)}
              columns={columns(t('figures.column.model'))}
            />
            <Chart
              title={t('figures.unmet.towns')}
              note={t('figures.unmet.townsNote')}
              empty={t('figures.nothing')}
              rows={towns}
              rowKey={({ key }) => key}
              name={({ name }) => name}
              value={({ total }) => total}
              say={({ total }) => format.number(total)}
              columns={columns(t('figures.column.town'))}
            >
              <AreaMap
                label={t('figures.unmet.map')}
                values={new Map(towns.map(({ code, name, total }) => [code, { share: total / most, text: `${name}: ${total}` }]))}
                legend={[
                  t('figures.unmet.legend.none'),
                  t('figures.unmet.legend.few'),
                  t('figures.unmet.legend.most', { count: most }),
                ]}
              />
            </Chart>
          </div>
          <section className={styles.chart} aria-labelledby="unmet-rows">
            <h2 id="unmet-rows">{t('figures.unmet.both')}</h2>
            <ListBar list="vraag" variables={period}>
              {t('figures.unmet.lines', { count: rows.length })}
            </ListBar>
            <DataTable
              caption={t('figures.unmet.both')}
              rows={rows.slice(0, 100)}
              rowKey={(row) => `${row.modelCode} ${row.domain} ${row.nis}`}
              columns={[
                {
                  key: 'model',
                  header: t('figures.column.model'),
                  render: nameOf,
                },
                {
                  key: 'town',
                  header: t('figures.column.town'),
                  render: (row) => row.municipality ?? t('figures.unmet.nowhere'),
                },
                {
                  key: 'searches',
                  header: t('figures.unmet.searches'),
                  render: (row) => format.number(row.searches),
                  align: 'right',
                },
                {
                  key: 'refusals',
                  header: t('figures.unmet.refusals'),
                  align: 'right',
                  render: (row) =>
                    row.refusals > 0 ? (
                      <Link to={refusedReservations(period, { model: row.modelCode, ...(row.nis ? { nis: row.nis } : {}) })}>
                        {format.number(row.refusals)}
                      </Link>
                    ) : (
                      '0'
                    ),
                },
                { key: 'open', header: t('figures.unmet.open'), render: (row) => format.number(row.open), align: 'right' },
              ]}
            />
          </section>
        </div>
      ) : null}
    </>
  );
}

function summed(rows: readonly UnmetRow[], of: (row: UnmetRow) => Pick<Sum, 'key' | 'name' | 'code'>): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const named = of(row);
    const sum = sums.get(named.key) ?? { ...named, searches: 0, refusals: 0, open: 0, total: 0 };
    sum.searches += row.searches;
    sum.refusals += row.refusals;
    sum.open += row.open;
    sum.total += totalOf(row);
    sums.set(named.key, sum);
  }
  return [...sums.values()].toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}
