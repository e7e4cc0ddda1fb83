import { useQuery } from '@apollo/client/react';
import { isDay } from '@karavaan/domain';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DateField } from '../../ui/DateField.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { SearchBox } from '../../ui/list/SearchBox.js';
import { useAsked } from '../../ui/list/useAsked.js';
import { SelectField } from '../../ui/SelectField.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './envelope.module.css';
import { VALUE, type UnitValue, type Value } from './value.graphql.js';

const NUMBERS: Record<string, (unit: UnitValue) => number> = {
  acquisition: ({ acquisition }) => Number(acquisition),
  running: ({ transport, maintenance }) => Number(transport) + Number(maintenance),
  hours: ({ hours }) => hours,
  perHour: ({ perHour }) => (perHour === null ? Number.POSITIVE_INFINITY : Number(perHour)),
  perTrainingHour: ({ perTrainingHour }) => (perTrainingHour === null ? Number.POSITIVE_INFINITY : Number(perTrainingHour)),
  used: ({ usedDays, workingDays }) => (workingDays === 0 ? 0 : usedDays / workingDays),
};

/** What an hour of use cost, by kit, site and target group; each figure leads to its reservations and its papers. */
export function Values() {
  const { t } = useTranslation();
  const format = useFormat();
  const { params, set } = useAsked('perHour', true);
  const day = (name: string) => (isDay(params.get(name) ?? '') ? params.get(name) : null);
  const period = { from: day('van'), to: day('tot') };
  const { data, previousData, error, refetch, loading } = useQuery(VALUE, {
    variables: period,
    fetchPolicy: 'cache-and-network',
  });
  const found = (data ?? (error ? undefined : previousData))?.equipmentValue;
  return (
    <>
      <SearchBox label={t('envelope.value.search')} value={params.get('zoek') ?? ''} onSearch={(zoek) => set({ zoek })}>
        <SelectField label={t('envelope.lines.show')} value={params.get('toon') ?? ''} onChange={(toon) => set({ toon })}>
          <option value="">{t('envelope.all')}</option>
          <option value="stil">{t('envelope.value.onlyIdle')}</option>
        </SelectField>
        <DateField label={t('envelope.from')} value={period.from} onChange={(van) => set({ van: van ?? '' })} />
        <DateField label={t('envelope.to')} value={period.to} onChange={(tot) => set({ tot: tot ?? '' })} />
      </SearchBox>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={6} height={80} /> : null}
      {found ? (
        <div aria-busy={loading}>
          <dl className={styles.totals}>
            {(['cents', 'perHour', 'perTrainingHour'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`envelope.value.total.${name}`)}</dt>
                <dd>{found.total[name] === null ? '–' : format.euro(found.total[name])}</dd>
              </div>
            ))}
            <div>
              <dt>{t('envelope.value.hours')}</dt>
              <dd>
                <Link className={styles.figure} to={reservations(period, {})}>
                  {format.number(found.total.hours, 1)}
                </Link>
              </dd>
            </div>
            <div>
              <dt>{t('envelope.value.unused')}</dt>
              <dd>{format.euro(found.unusedCents)}</dd>
            </div>
          </dl>
          <p className={styles.note}>{t(period.from || period.to ? 'envelope.value.notePeriod' : 'envelope.value.note')}</p>
          <Units found={found} period={period} />
          <Places found={found} period={period} />
        </div>
      ) : null}
    </>
  );
}

type Period = { from: string | null; to: string | null };

/** The reservations whose hours were counted. */
function reservations({ from, to }: Period, more: Record<string, string>): string {
  const period = { ...(from ? { van: from } : {}), ...(to ? { tot: to } : {}) };
  return `/reservaties?${new URLSearchParams({ toon: 'cijfer', staat: 'ENDED', ...period, ...more })}`;
}

function Units({ found, period }: { found: Value; period: Period }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { params, sort, onSort } = useAsked('perHour', true);
  const asked = (params.get('zoek') ?? '').toLowerCase();
  const idle = params.get('toon') === 'stil';
  const rows = useMemo(() => {
    const number = NUMBERS[sort.key] ?? NUMBERS['perHour']!;
    const words = ({ unit }: UnitValue) => `${unit.code} ${unit.model.code} ${text(unit.model.name)}`.toLowerCase();
    return found.units
      .filter((unit) => (!idle || unit.idle) && words(unit).includes(asked))
      .toSorted((a, b) => (sort.key === 'unit' ? (words(a) < words(b) ? -1 : 1) : number(a) - number(b)) * (sort.down ? -1 : 1));
  }, [found, asked, idle, sort.key, sort.down, text]);
  const money = (key: string, header: string, of: (unit: UnitValue) => string | null): Column<UnitValue> => ({
    key,
    header,
    align: 'right',
    sortable: true,
    render: (unit) => {
      const cents = of(unit);
      return cents === null ? (
        '–'
      ) : (
        <Link to={`/budget/gebruik/${encodeURIComponent(unit.unit.code)}`}>{format.euro(cents)}</Link>
      );
    },
  });
  return (
    <section className={styles.card} data-table aria-labelledby="value-units">
      <div className={styles.head}>
        <h2 id="value-units">{t('envelope.value.units')}</h2>
      </div>
      <ListBar list="euro-per-uur" variables={period}>
        {t('envelope.value.shown', { number: rows.length })}
      </ListBar>
      {rows.length === 0 ? (
        <EmptyState text={t('envelope.value.none')} />
      ) : (
        <DataTable
          caption={t('envelope.value.units')}
          rows={rows}
          rowKey={({ unit }) => unit.id}
          sort={sort}
          onSort={onSort}
          columns={[
            {
              key: 'unit',
              header: t('envelope.value.unit'),
              sortable: true,
              render: ({ unit, idle: still }) => (
                <span className={styles.named}>
                  <Link to={`/budget/gebruik/${encodeURIComponent(unit.code)}`}>{text(unit.model.name)}</Link>
                  <span className={styles.code}>{unit.code}</span>
                  {still ? <StatusTag tone="red">{t('envelope.value.idle')}</StatusTag> : null}
                </span>
              ),
            },
            money('acquisition', t('envelope.value.acquisition'), ({ acquisition }) => acquisition),
            money('running', t('envelope.value.running'), ({ transport, maintenance }) =>
              String(BigInt(transport) + BigInt(maintenance)),
            ),
            {
              key: 'hours',
              header: t('envelope.value.hours'),
              align: 'right',
              sortable: true,
              render: ({ unit, hours }) => (
                <Link to={reservations(period, { toestel: unit.code })}>{format.number(hours, 1)}</Link>
              ),
            },
            {
              key: 'used',
              header: t('envelope.value.used'),
              align: 'right',
              sortable: true,
              render: ({ usedDays, workingDays }) =>
                workingDays === 0 ? '–' : `${format.number((usedDays / workingDays) * 100, 1)}%`,
            },
            money('perHour', t('envelope.value.perHour'), ({ perHour }) => perHour),
            money('perTrainingHour', t('envelope.value.perTrainingHour'), ({ perTrainingHour }) => perTrainingHour),
          ]}
        />
      )}
    </section>
  );
}

type Shared = { key: string; name: string; to: string | null } & Pick<
  Value['sites'][number],
  'cents' | 'hours' | 'trainingHours' | 'reservations' | 'perHour' | 'perTrainingHour'
>;

/** The same costs by where, and by whom, the equipment was used. */
function Places({ found, period }: { found: Value; period: Period }) {
  const { t } = useTranslation();
  const sites = found.sites.map(({ site, ...figures }): Shared => ({
    ...figures,
    key: site.id,
    name: site.name,
    to: reservations(period, { locatie: site.code }),
  }));
  const groups = found.groups.map(({ targetGroup, ...figures }): Shared => ({
    ...figures,
    key: targetGroup ?? 'NONE',
    name: t(`figures.group.${targetGroup ?? 'NONE'}`),
    to: targetGroup ? reservations(period, { groep: targetGroup }) : null,
  }));
  return (
    <>
      <SharedTable title={t('envelope.value.sites')} list="kosten-per-locatie" rows={sites} period={period} />
      <SharedTable title={t('envelope.value.groups')} list="kosten-per-doelgroep" rows={groups} period={period} />
    </>
  );
}

function SharedTable({ title, list, rows, period }: { title: string; list: string; rows: readonly Shared[]; period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (cents: string | null) => (cents === null ? '–' : format.euro(cents));
  return (
    <section className={styles.card} data-table aria-labelledby={list}>
      <div className={styles.head}>
        <h2 id={list}>{title}</h2>
      </div>
      <ListBar list={list} variables={period} />
      {rows.length === 0 ? (
        <EmptyState text={t('envelope.value.none')} />
      ) : (
        <DataTable
          caption={title}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', header: title, render: ({ name, to }) => (to ? <Link to={to}>{name}</Link> : name) },
            { key: 'cents', header: t('envelope.value.total.cents'), align: 'right', render: ({ cents }) => money(cents) },
            { key: 'hours', header: t('envelope.value.hours'), align: 'right', render: ({ hours }) => format.number(hours, 1) },
            {
              key: 'trainingHours',
              header: t('envelope.value.trainingHours'),
              align: 'right',
              render: ({ trainingHours }) => format.number(trainingHours, 1),
            },
            {
              key: 'reservations',
              header: t('envelope.value.reservations'),
              align: 'right',
              render: ({ reservations: count }) => format.number(count),
            },
            { key: 'perHour', header: t('envelope.value.perHour'), align: 'right', render: ({ perHour }) => money(perHour) },
            {
              key: 'perTrainingHour',
              header: t('envelope.value.perTrainingHour'),
              align: 'right',
              render: ({ perTrainingHour }) => money(perTrainingHour),
            },
          ]}
          total={{
            name: t('envelope.total'),
            cents: format.euro(rows.reduce((sum, { cents }) => sum + BigInt(cents), 0n)),
          }}
        />
      )}
    </section>
  );
}
