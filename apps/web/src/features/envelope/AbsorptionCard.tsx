import { useQuery } from '@apollo/client/react';
import { dayOf, monthOf } from '@karavaan/domain';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import { CURVES, type Agreement, type CurvePoint } from './envelope.graphql.js';
import styles from './envelope.module.css';
import { AbsorptionChart } from './AbsorptionChart.js';
import { postingsOf } from './figures.js';

const AMOUNTS = ['planned', 'committed', 'paid', 'claimed', 'certified', 'p10', 'p50', 'p90'] as const;

/** What was paid by each month against the window of the agreement, with the forecast while the window is open. */
export function AbsorptionCard({ code, agreement }: { code: string; agreement: Agreement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [table, setTable] = useState(false);
  const { data, error, refetch } = useQuery(CURVES, { variables: { code }, fetchPolicy: 'cache-and-network' });
  const points = data?.envelope?.agreements.find((each) => each.id === agreement.id)?.absorption;
  const [chosen, setChosen] = useState<number | null>(null);
  const [today] = useState(() => dayOf(Date.now()));
  const seen = points?.filter(({ paid }) => paid !== null).length ?? 0;
  const last = points?.at(-1);
  const at = Math.min(chosen ?? Math.max(0, seen - 1), (points?.length ?? 1) - 1);
  const point = points?.[at];
  const amount = (cents: string | null) => (cents === null ? '' : format.euro(cents));
  const open = agreement.eligibleTo >= today;
  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>{t('envelope.curve.title')}</h2>
        <Button variant="subtle" size="compact-md" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'envelope.asChart' : 'envelope.asTable')}
        </Button>
      </div>
      <p className={styles.note}>
        {t(open ? 'envelope.curve.open' : 'envelope.curve.closed', {
          name: agreement.name,
          from: format.dayNumeric(agreement.eligibleFrom),
          to: format.dayNumeric(agreement.eligibleTo),
        })}
      </p>
      {error && !points ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!points && !error ? <DelayedSkeleton count={1} height={220} /> : null}
      {points && point && table ? (
        <div className={styles.scroll}>
          <DataTable
            caption={t('envelope.curve.title')}
            rows={points}
            rowKey={({ day, p50 }) => `${day} ${p50 === null}`}
            columns={[
              {
                key: 'day',
                header: t('envelope.curve.day'),
                render: ({ day, paid }) =>
                  paid === null ? (
                    format.dayNumeric(day)
                  ) : (
                    <Link to={monthAddress(agreement, day)}>{format.dayNumeric(day)}</Link>
                  ),
              },
              ...AMOUNTS.filter((name) => points.some((each) => each[name] !== null)).map((name) => ({
                key: name,
                header: t(`envelope.curve.${name}`),
                align: 'right' as const,
                render: (each: CurvePoint) => amount(each[name]),
              })),
            ]}
          />
        </div>
      ) : null}
      {points && point && !table ? (
        <>
          <AbsorptionChart
            points={points}
            budget={agreement.amounts.budget}
            windowEnd={agreement.eligibleTo}
            chosen={at}
            onChoose={setChosen}
          />
          <label className={styles.range}>
            <span>{t('envelope.curve.month')}</span>
            <input
              type="range"
              min={0}
              max={points.length - 1}
              value={at}
              aria-valuetext={format.dayNumeric(point.day)}
              onChange={(event) => setChosen(Number(event.currentTarget.value))}
            />
          </label>
          <p className={styles.reading} role="status">
            {point.paid !== null
              ? t('envelope.curve.reading', {
                  day: format.dayNumeric(point.day),
                  paid: amount(point.paid),
                  planned: amount(point.planned),
                })
              : t('envelope.curve.expected', {
                  day: format.dayNumeric(point.day),
                  p10: amount(point.p10),
                  p50: amount(point.p50),
                  p90: amount(point.p90),
                })}{' '}
            {point.paid !== null ? <Link to={monthAddress(agreement, point.day)}>{t('envelope.curve.postings')}</Link> : null}
          </p>
          {open && last?.p50 != null ? (
            <p className={styles.note}>
              {t('envelope.curve.method', {
                p50: amount(last.p50),
                order: format.number(data?.leadDays.orderToInvoice ?? 0),
                payment: format.number(data?.leadDays.invoiceToPayment ?? 0),
              })}
            </p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** What was paid in the month of a day. */
const monthAddress = ({ id }: Agreement, day: string) => postingsOf('paid', { overeenkomst: id, van: monthOf(day), tot: day });
