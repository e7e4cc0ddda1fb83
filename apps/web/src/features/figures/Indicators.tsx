import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import { countedReservations } from './addresses.js';
import { Chart } from './Chart.js';
import { INDICATORS, type Figures } from './figures.graphql.js';
import styles from './figures.module.css';
import { PeriodBar, usePeriod } from './PeriodBar.js';

/** Reservations, participants, hours, companies and utilisation of a period. Each figure leads to what it counts. */
export function Indicators() {
  const { t } = useTranslation();
  const period = usePeriod();
  const { data, previousData, error, loading, refetch } = useQuery(INDICATORS, { variables: period });
  const found = (data ?? (error ? undefined : previousData))?.indicators;
  return (
    <>
      <PeriodBar>
        <ExportButton list="rapport" variables={period} formats={['pdf', 'xlsx']} label={t('figures.report')} />
      </PeriodBar>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={4} height={160} /> : null}
      {found ? (
        <div aria-busy={loading}>
          <Totals found={found} />
          <Charts found={found} />
        </div>
      ) : null}
    </>
  );
}

const TOTALS = ['reservations', 'participants', 'hoursUsed', 'trainingHours', 'companies', 'smes'] as const;

function Totals({ found }: { found: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = usePeriod();
  const addresses: Partial<Record<(typeof TOTALS)[number], string>> = {
    reservations: countedReservations(period),
    participants: countedReservations(period, { staat: 'ENDED' }),
    hoursUsed: countedReservations(period, { staat: 'ENDED' }),
    trainingHours: countedReservations(period, { staat: 'ENDED' }),
    companies: countedReservations(period, { groep: 'COMPANY_STAFF' }),
    smes: countedReservations(period, { groep: 'COMPANY_STAFF' }),
  };
  return (
    <dl className={styles.totals}>
      {TOTALS.map((name) => (
        <div key={name}>
          <dt>{t(`figures.total.${name}`)}</dt>
          <dd>
            <Link to={addresses[name]!}>{format.number(found[name], 1)}</Link>
          </dd>
          <dd className={styles.meaning}>
            {t(`figures.meaning.${name}`, {
              ended: format.number(found.ended),
              unnamed: format.number(found.companiesUnnamed),
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Charts({ found }: { found: Figures }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const period = usePeriod();
  const percent = (share: number) => `${format.number(share * 100, 1)}%`;
  const right = { align: 'right' as const };
  const group = (row: Figures['groups'][number]) => t(`figures.group.${row.targetGroup ?? 'NONE'}`);
  const empty = t('figures.nothing');
  return (
    <div className={styles.charts}>
      <Chart
        title={t('figures.groups.title')}
        note={t('figures.groups.note')}
        empty={empty}
        rows={found.groups}
        rowKey={(row) => row.targetGroup ?? 'NONE'}
        name={group}
        value={(row) => row.participants}
        say={(row) => t('figures.participants', { count: row.participants, number: format.number(row.participants) })}
        to={(row) => (row.targetGroup ? countedReservations(period, { staat: 'ENDED', groep: row.targetGroup }) : null)}
        columns={[
          { key: 'group', header: t('figures.column.group'), render: group },
          {
            key: 'reservations',
            header: t('figures.total.reservations'),
            render: (row) => format.number(row.reservations),
            ...right,
          },
          {
            key: 'participants',
            header: t('figures.total.participants'),
            render: (row) => format.number(row.participants),
            ...right,
          },
          { key: 'hours', header: t('figures.total.hoursUsed'), render: (row) => format.number(row.hoursUsed, 1), ...right },
          {
            key: 'training',
            header: t('figures.total.trainingHours'),
            render: (row) => format.number(row.trainingHours, 1),
            ...right,
          },
        ]}
      />
      <Chart
        title={t('figures.areas.title')}
        note={t('figures.areas.note')}
        empty={empty}
        rows={found.areas}
        rowKey={(row) => row.area}
        name={(row) => row.area || t('figures.outside')}
        value={(row) => row.share}
        say={(row) => t('figures.areas.say', { share: percent(row.share), people: percent(row.inhabitantsShare) })}
        to={(row) => (row.area ? countedReservations(period, { gebied: row.area }) : null)}
        columns={[
          { key: 'area', header: t('figures.column.area'), render: (row) => row.area || t('figures.outside') },
          {
            key: 'reservations',
            header: t('figures.total.reservations'),
            render: (row) => format.number(row.reservations),
            ...right,
          },
          { key: 'share', header: t('figures.column.share'), render: (row) => percent(row.share), ...right },
          { key: 'people', header: t('figures.column.people'), render: (row) => percent(row.inhabitantsShare), ...right },
          {
            key: 'participants',
            header: t('figures.total.participants'),
            render: (row) => format.number(row.participants),
            ...right,
          },
          { key: 'hours', header: t('figures.total.hoursUsed'), render: (row) => format.number(row.hoursUsed, 1), ...right },
        ]}
      />
      <Chart
        title={t('figures.units.title')}
        note={t('figures.units.note')}
        empty={empty}
        rows={found.units}
        rowKey={(row) => row.unit.id}
        name={(row) => `${text(row.unit.model.name)} (${row.unit.code})`}
        value={(row) => row.share}
        say={(row) => percent(row.share)}
        to={(row) => countedReservations(period, { toestel: row.unit.code })}
        columns={[
          { key: 'unit', header: t('figures.column.unit'), render: (row) => row.unit.code },
          { key: 'model', header: t('figures.column.model'), render: (row) => text(row.unit.model.name) },
          { key: 'days', header: t('figures.column.days'), render: (row) => format.number(row.usedDays), ...right },
          { key: 'working', header: t('figures.column.working'), render: (row) => format.number(row.workingDays), ...right },
          { key: 'share', header: t('figures.column.utilisation'), render: (row) => percent(row.share), ...right },
        ]}
      />
      <Chart
        title={t('figures.sites.title')}
        note={t('figures.sites.note')}
        empty={empty}
        rows={found.sites}
        rowKey={(row) => row.site.id}
        name={(row) => `${row.site.name}, ${row.site.town}`}
        value={(row) => row.share}
        say={(row) => percent(row.share)}
        to={(row) => countedReservations(period, { locatie: row.site.code })}
        columns={[
          { key: 'site', header: t('figures.column.site'), render: (row) => `${row.site.name}, ${row.site.town}` },
          { key: 'days', header: t('figures.column.days'), render: (row) => format.number(row.usedDays), ...right },
          { key: 'unitDays', header: t('figures.column.unitDays'), render: (row) => format.number(row.unitDays), ...right },
          { key: 'share', header: t('figures.column.utilisation'), render: (row) => percent(row.share), ...right },
        ]}
      />
    </div>
  );
}
