import { useQuery } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { Input } from '@mantine/core';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { AreaMap } from '../../ui/map/AreaMap.js';
import { useFormat } from '../../ui/useFormat.js';
import { Chart } from './Chart.js';
import { COVERAGE, type CoverageFigures } from './figures.graphql.js';
import styles from './figures.module.css';
import { firstOf } from './period.js';

const KM = 15;
const MONTHS_BACK = 6;
const MONTHS_AHEAD = 6;

/** The share of inhabitants with open equipment within 15 km in a month. */
export function Coverage() {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  const months = Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (_, at) =>
    firstOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - MONTHS_BACK + at),
  );
  const month = months.find((each) => each.slice(0, 7) === params.get('maand')) ?? `${today.slice(0, 7)}-01`;
  const domain = params.get('domein');
  const input = { month, km: KM, domain };
  const { data, previousData, error, loading, refetch } = useQuery(COVERAGE, { variables: { input } });
  const shown = data ?? (error ? undefined : previousData);
  const set = (name: string, value: string) =>
    setParams(
      (old) => {
        if (value) old.set(name, value);
        else old.delete(name);
        return old;
      },
      { replace: true },
    );
  return (
    <>
      <div className={styles.choices}>
        <Input.Wrapper label={t('figures.coverage.month')} id={`${id}-month`}>
          <select
            id={`${id}-month`}
            className={styles.select}
            value={month}
            onChange={(event) => set('maand', event.currentTarget.value.slice(0, 7))}
          >
            {months.map((each) => (
              <option key={each} value={each}>
                {format.month(each)}
              </option>
            ))}
          </select>
        </Input.Wrapper>
        <Input.Wrapper label={t('figures.coverage.domain')} id={`${id}-domain`}>
          <select
            id={`${id}-domain`}
            className={styles.select}
            value={domain ?? ''}
            onChange={(event) => set('domein', event.currentTarget.value)}
          >
            <option value="">{t('figures.coverage.everything')}</option>
            {shown?.domains.map((each) => (
              <option key={each.code} value={each.code}>
                {text(each.name)}
              </option>
            ))}
          </select>
        </Input.Wrapper>
      </div>
      {error && !shown ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!shown && !error ? <DelayedSkeleton count={3} height={200} /> : null}
      {shown ? (
        <div aria-busy={loading}>
          <Reached found={shown.coverage} input={input} />
        </div>
      ) : null}
    </>
  );
}

type Input = { month: string; km: number; domain: string | null };

function Reached({ found, input }: { found: CoverageFigures; input: Input }) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (share: number) => `${format.number(share * 100, 1)}%`;
  const right = { align: 'right' as const };
  type Area = CoverageFigures['areas'][number];
  const columns = [
    {
      key: 'inhabitants',
      header: t('figures.coverage.inhabitants'),
      render: (row: Area) => format.number(row.inhabitants),
      ...right,
    },
    { key: 'covered', header: t('figures.coverage.covered'), render: (row: Area) => format.number(row.covered), ...right },
    { key: 'share', header: t('figures.column.share'), render: (row: Area) => percent(row.share), ...right },
  ];
  return (
    <>
      <p className={styles.big}>
        <strong>{percent(found.share)}</strong>{' '}
        {t('figures.coverage.say', {
          covered: format.number(found.covered),
          inhabitants: format.number(found.inhabitants),
          km: format.number(found.km),
          month: format.month(found.month),
          sites: found.siteCount,
        })}
      </p>
      <div className={styles.charts}>
        <Chart
          title={t('figures.coverage.areas')}
          note={t('figures.coverage.note', { km: format.number(found.km) })}
          empty={t('figures.nothing')}
          rows={found.areas}
          rowKey={({ area }) => area}
          name={({ area }) => area}
          full={1}
          value={({ share }) => share}
          say={(row) => percent(row.share)}
          columns={[{ key: 'area', header: t('figures.column.area'), render: (row) => row.area }, ...columns]}
        />
        <Chart
          title={t('figures.coverage.towns')}
          note={t('figures.coverage.source', {
            source: found.source ?? '',
            day: found.inhabitantsOn ? format.dayNumeric(found.inhabitantsOn) : '',
          })}
          empty={t('figures.nothing')}
          rows={[...found.municipalities].sort((a, b) => a.share - b.share || b.inhabitants - a.inhabitants)}
          rowKey={({ nis }) => nis}
          name={({ name }) => name}
          full={1}
          value={({ share }) => share}
          say={(row) => percent(row.share)}
          columns={[{ key: 'name', header: t('figures.column.town'), render: (row) => row.name }, ...columns]}
        >
          <AreaMap
            label={t('figures.coverage.map')}
            values={
              new Map(found.municipalities.map(({ nis, name, share }) => [nis, { share, text: `${name}: ${percent(share)}` }]))
            }
            legend={['0%', '50%', '100%']}
          />
          <ListBar list="bereik" variables={{ input }} />
        </Chart>
      </div>
    </>
  );
}
