import { addDays, dayOf, isDay, weekday, type Day } from '@karavaan/domain';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLive } from '../../graphql/live/useLive.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { CARRIAGES, CHOOSE_CARRIAGE, LEGS, type LegRow } from './legs.graphql.js';
import styles from './legs.module.css';

const PAGE = 100;
type Carriage = LegRow['carriage'];

const mondayOf = (day: Day) => addDays(day, 1 - weekday(day));

/** What has to be delivered in a week; the week and who carries it stand in the address. */
export function LegList() {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const asked = params.get('week') ?? '';
  const [today] = useState(() => dayOf(Date.now()));
  const monday = mondayOf(isDay(asked) ? asked : today);
  const carriage = CARRIAGES.find((each) => each === params.get('door')) ?? null;
  const variables = { from: monday, to: addDays(monday, 6), carriage };
  const { data, previousData, error, refetch } = useQuery(LEGS, {
    variables: { ...variables, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  const [choose, { loading: choosing }] = useMutation(CHOOSE_CARRIAGE);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useLive({ RESERVATION: 'any' }, () => refetch());

  function go(key: 'week' | 'door', value: string | null) {
    const next = new URLSearchParams(params);
    if (value) next.set(key, value);
    else next.delete(key);
    setParams(next, { replace: true });
  }

  async function decide({ id, version }: LegRow, next: Carriage) {
    setRefusal(null);
    setFailed(null);
    try {
      const { data: done } = await choose({ variables: { id, version, carriage: next } });
      const result = done!.chooseCarriage;
      if (result.__typename === 'Refusal') {
        setRefusal(result as RefusalParts);
        void refetch();
      }
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  const columns: Column<LegRow>[] = [
    {
      key: 'unit',
      header: t('legs.unit'),
      render: ({ unit }) => (
        <div>
          <Link to={`/toestel/${unit.code}`}>{unit.code}</Link>
          <span className={styles.muted}>{text(unit.model.name)}</span>
        </div>
      ),
    },
    {
      key: 'way',
      header: t('legs.way'),
      render: ({ fromSite, toSite, travel }) => (
        <div>
          {t('legs.fromTo', { from: fromSite.name, to: toSite.name })}
          {travel ? (
            <span className={styles.muted}>
              {format.km(travel.km)} · {format.minutes(travel.minutes)}
              {travel.estimated ? ` (${t('legs.estimated')})` : ''}
            </span>
          ) : null}
        </div>
      ),
    },
    {
      key: 'window',
      header: t('legs.window'),
      render: ({ pickUpAfter, deliverBefore }) => (
        <div>
          {t('legs.by', { moment: format.instant(deliverBefore) })}
          <span className={styles.muted}>
            {pickUpAfter ? t('legs.after', { moment: format.instant(pickUpAfter) }) : t('legs.anytime')}
          </span>
        </div>
      ),
    },
    {
      key: 'load',
      header: t('legs.load'),
      align: 'right',
      render: ({ unit: { model } }) => `${format.number(model.volumeM3.value, 1)} m³ · ${format.number(model.massKg.value)} kg`,
    },
    {
      key: 'carriage',
      header: t('legs.carriage'),
      render: (leg) => (
        <select
          className={styles.choice}
          aria-label={t('legs.carriageOf', { unit: leg.unit.code })}
          value={leg.carriage}
          disabled={choosing || leg.arrived}
          onChange={(event) => void decide(leg, event.currentTarget.value as Carriage)}
        >
          {CARRIAGES.map((each) => (
            <option key={each} value={each}>
              {t(`legs.by_${each}`)}
            </option>
          ))}
        </select>
      ),
    },
    {
      key: 'state',
      header: t('legs.state'),
      render: ({ arrived, reservation }) => (
        <div>
          {arrived ? (
            <StatusTag tone="green">{t('legs.arrived')}</StatusTag>
          ) : reservation.state === 'SUBMITTED' ? (
            <StatusTag tone="grey">{t('legs.undecided')}</StatusTag>
          ) : (
            <StatusTag tone="yellow">{t('legs.open')}</StatusTag>
          )}
          <span className={styles.muted}>
            <Link to={`/reservaties/${reservation.id}`}>{reservation.number}</Link>
          </span>
        </div>
      ),
    },
  ];

  const shown = data ?? previousData;
  const rows = shown?.legs.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <div className={styles.bar}>
        <Button variant="default" onClick={() => go('week', addDays(monday, -7))}>
          {t('legs.before')}
        </Button>
        <strong aria-live="polite">{format.period(monday, addDays(monday, 6))}</strong>
        <Button variant="default" onClick={() => go('week', addDays(monday, 7))}>
          {t('legs.next')}
        </Button>
        <SelectField label={t('legs.carriage')} value={carriage ?? ''} onChange={(value) => go('door', value || null)}>
          <option value="">{t('legs.all')}</option>
          {CARRIAGES.map((each) => (
            <option key={each} value={each}>
              {t(`legs.by_${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {error && !shown ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!shown && !error ? <DelayedSkeleton count={4} height={64} /> : null}
      {shown && rows.length === 0 ? <EmptyState van text={t('legs.none')} /> : null}
      {rows.length > 0 ? (
        <>
          <ListBar list="vervoer" variables={variables} />
          <DataTable caption={t('legs.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
          {shown!.legs.pageInfo.hasNextPage ? <p>{t('legs.more', { count: shown!.legs.totalCount })}</p> : null}
        </>
      ) : null}
    </>
  );
}
