import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './envelope.module.css';
import { BOUGHT } from './value.graphql.js';

/** The equipment that an invoice paid for, and the hours of training that it gave. Nothing for an invoice without equipment. */
export function Bought({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data } = useQuery(BOUGHT, { variables: { id: invoiceId }, fetchPolicy: 'cache-and-network' });
  const rows =
    data?.invoice?.lines.flatMap(({ id, description, bought }) => bought.map((each) => ({ ...each, lineId: id, description }))) ??
    [];
  const postings = (
    <p>
      <Link to={`/budget/boekingen?stuk=${invoiceId}`}>{t('envelope.bought.postings')}</Link>
    </p>
  );
  if (rows.length === 0) return postings;
  return (
    <section className={styles.card} aria-labelledby="bought">
      <div className={styles.head}>
        <h2 id="bought">{t('envelope.bought.title')}</h2>
      </div>
      <DataTable
        caption={t('envelope.bought.title')}
        rows={rows}
        rowKey={({ unit, lineId }) => `${unit.id} ${lineId}`}
        columns={[
          {
            key: 'unit',
            header: t('envelope.value.unit'),
            render: ({ unit }) => (
              <Link to={`/budget/gebruik/${encodeURIComponent(unit.code)}`}>
                {text(unit.model.name)} {unit.code}
              </Link>
            ),
          },
          { key: 'line', header: t('envelope.bought.line'), render: ({ description }) => description },
          {
            key: 'share',
            header: t('envelope.bought.share'),
            align: 'right',
            render: ({ basisPoints }) => `${format.number(basisPoints / 100, 2)}%`,
          },
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
            render: ({ reservations, unit }) => (
              <Link to={`/reservaties?toon=cijfer&staat=ENDED&toestel=${encodeURIComponent(unit.code)}`}>
                {format.number(reservations)}
              </Link>
            ),
          },
        ]}
      />
      {postings}
    </section>
  );
}
