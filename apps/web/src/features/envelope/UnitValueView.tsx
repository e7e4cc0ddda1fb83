import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './envelope.module.css';
import { UNIT_COSTS, UNIT_PAPERS, VALUE } from './value.graphql.js';

/** One kit: what paid for it, what running it cost, and the reservations that used it. */
export function UnitValueView({ code }: { code: string }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data, error, refetch } = useQuery(UNIT_PAPERS, { variables: { code }, fetchPolicy: 'cache-and-network' });
  const { data: values } = useQuery(VALUE, { variables: { from: null, to: null } });
  const unit = data?.equipmentUnit;
  const { data: costs } = useQuery(UNIT_COSTS, { variables: { unitId: unit?.id ?? '' }, skip: !unit });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={100} />;
  if (!unit)
    return (
      <EmptyState
        text={t('envelope.unit.gone')}
        action={<LinkButton to="/budget/gebruik">{t('envelope.value.title')}</LinkButton>}
      />
    );
  const value = values?.equipmentValue.units.find((each) => each.unit.id === unit.id);
  const money = (cents: string | null | undefined) => (cents == null ? '–' : format.euro(cents));
  const facts: [string, string][] = [
    [t('envelope.value.acquisition'), money(unit.asset?.costCents)],
    [t('envelope.value.transport'), money(value?.transport)],
    [t('envelope.value.maintenance'), money(value?.maintenance)],
    [t('envelope.value.hours'), format.number(value?.hours ?? 0, 1)],
    [t('envelope.value.perHour'), money(value?.perHour)],
    [t('envelope.value.perTrainingHour'), money(value?.perTrainingHour)],
    [t('envelope.unit.paid'), money(value?.paidCents)],
    [t('envelope.unit.claimed'), money(value?.claimedCents)],
    [t('envelope.unit.book'), money(unit.asset?.bookValueCents)],
    [t('envelope.unit.insured'), money(unit.asset?.insuredCents)],
    [t('envelope.unit.durable'), unit.asset?.durableUntil ? format.day(unit.asset.durableUntil) : '–'],
    [t('envelope.unit.repayment'), money(unit.asset?.repaymentCents)],
  ];
  const used = data.reservations;
  return (
    <>
      <section className={styles.card} aria-labelledby="unit-facts">
        <h2 id="unit-facts">{text(unit.model.name)}</h2>
        <dl className={styles.facts}>
          {facts.map(([name, each]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{each}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Link to={`/toestel/${encodeURIComponent(unit.code)}`}>{t('envelope.unit.page')}</Link>
        </p>
      </section>
      <section className={styles.card} data-table aria-labelledby="unit-papers">
        <div className={styles.head}>
          <h2 id="unit-papers">{t('envelope.unit.papers')}</h2>
        </div>
        {unit.asset?.parts.length ? (
          <DataTable
            caption={t('envelope.unit.papers')}
            rows={unit.asset.parts}
            rowKey={({ invoiceLine }) => invoiceLine.id}
            columns={[
              {
                key: 'invoice',
                header: t('envelope.unit.invoice'),
                render: ({ invoiceLine }) => (
                  <Link to={`/budget/facturen/${invoiceLine.invoice.id}`}>{invoiceLine.invoice.number}</Link>
                ),
              },
              { key: 'line', header: t('envelope.bought.line'), render: ({ invoiceLine }) => invoiceLine.description },
              {
                key: 'share',
                header: t('envelope.bought.share'),
                align: 'right',
                render: ({ basisPoints }) => `${format.number(basisPoints / 100, 2)}%`,
              },
              { key: 'cents', header: t('envelope.postings.amount'), align: 'right', render: ({ cents }) => format.euro(cents) },
            ]}
            total={{ invoice: t('envelope.total'), cents: format.euro(unit.asset.costCents) }}
          />
        ) : (
          <p className={styles.note}>{t('envelope.unit.noPapers')}</p>
        )}
      </section>
      <section className={styles.card} data-table aria-labelledby="unit-running">
        <div className={styles.head}>
          <h2 id="unit-running">{t('envelope.unit.running')}</h2>
        </div>
        {costs?.costProposals.edges.length ? (
          <DataTable
            caption={t('envelope.unit.running')}
            rows={costs.costProposals.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            columns={[
              { key: 'day', header: t('envelope.curve.day'), render: ({ onDay }) => format.dayNumeric(onDay) },
              { key: 'kind', header: t('envelope.unit.kind'), render: ({ kind }) => t(`envelope.unit.kinds.${kind}`) },
              { key: 'what', header: t('envelope.unit.what'), render: ({ description }) => description },
              {
                key: 'reservation',
                header: t('envelope.unit.reservation'),
                render: ({ reservation }) =>
                  reservation ? <Link to={`/reservaties/${reservation.id}`}>{reservation.number}</Link> : '',
              },
              { key: 'cents', header: t('envelope.postings.amount'), align: 'right', render: ({ cents }) => format.euro(cents) },
            ]}
          />
        ) : (
          <p className={styles.note}>{t('envelope.unit.noRunning')}</p>
        )}
      </section>
      <section className={styles.card} data-table aria-labelledby="unit-used">
        <div className={styles.head}>
          <h2 id="unit-used">{t('envelope.unit.used')}</h2>
          <Link to={`/reservaties?toon=cijfer&staat=ENDED&toestel=${encodeURIComponent(unit.code)}`}>
            {t('envelope.unit.allReservations', { number: used.totalCount })}
          </Link>
        </div>
        {used.edges.length ? (
          <DataTable
            caption={t('envelope.unit.used')}
            rows={used.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'number',
                header: t('envelope.unit.reservation'),
                render: ({ id, number }) => <Link to={`/reservaties/${id}`}>{number}</Link>,
              },
              {
                key: 'days',
                header: t('envelope.unit.days'),
                render: ({ firstDay, lastDay }) => format.periodShort(firstDay, lastDay),
              },
              { key: 'site', header: t('envelope.unit.site'), render: ({ site }) => site.name },
              { key: 'who', header: t('envelope.unit.who'), render: ({ organisation }) => organisation.name },
              {
                key: 'hours',
                header: t('envelope.value.hours'),
                align: 'right',
                render: ({ hoursUsed }) => (hoursUsed === null ? '–' : format.number(hoursUsed, 1)),
              },
              {
                key: 'participants',
                header: t('envelope.unit.participants'),
                align: 'right',
                render: ({ participants }) => (participants === null ? '–' : format.number(participants)),
              },
            ]}
          />
        ) : (
          <p className={styles.note}>{t('envelope.unit.notUsed')}</p>
        )}
      </section>
    </>
  );
}
