import { writeCommunication } from '@karavaan/domain';
import { DataTable } from '../../ui/DataTable.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import type { OneIncoming } from './intake.graphql.js';
import styles from './intake.module.css';
import { moneyOf } from './money.js';

/** What the document says, to the cent. */
export function EInvoiceFields({ incoming }: { incoming: OneIncoming }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { content, state, reason } = incoming;
  const money = (cents: string) => moneyOf(cents, content.currency, format.euro);
  const facts: (readonly [string, string | null])[] = [
    ['supplier', incoming.supplierName],
    ['enterprise', content.enterpriseNumber ?? content.vatNumber],
    ['number', incoming.number],
    ['issuedOn', incoming.issuedOn && format.dayNumeric(incoming.issuedOn)],
    ['dueOn', content.dueOn && format.dayNumeric(content.dueOn)],
    ['order', content.orderReference],
    ['credits', content.credits],
    ['communication', content.communication && writeCommunication(content.communication)],
    ['iban', content.iban],
    ['buyer', content.buyerName],
    ['net', money(content.netCents)],
    ['vat', money(content.vatCents)],
    ['total', money(incoming.payableCents)],
    ['prepaid', content.prepaidCents === '0' ? null : money(content.prepaidCents)],
  ];
  return (
    <section className={styles.group} aria-labelledby="fields">
      <div className={styles.named}>
        <h2 id="fields">{t(`intake.kind.${content.kind}`)}</h2>
        <StatusTag tone={state === 'BOOKED' ? 'green' : reason === 'WRONG' ? 'red' : state === 'PARKED' ? 'yellow' : 'grey'}>
          {reason ? t(`intake.reason.${reason}`) : t(`intake.state.${state}`)}
        </StatusTag>
      </div>
      {incoming.note && state === 'DISMISSED' ? <p className={styles.help}>{incoming.note}</p> : null}
      <dl className={styles.facts}>
        {facts.map(([key, value]) =>
          value ? (
            <div key={key}>
              <dt>{t(`intake.field.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <DataTable
        caption={t('intake.lines')}
        rows={content.lines}
        rowKey={({ position }) => String(position)}
        columns={[
          { key: 'number', header: t('intake.line'), render: ({ number, what }) => number ?? t(`intake.what.${what}`) },
          { key: 'description', header: t('intake.description'), render: ({ description }) => description },
          {
            key: 'rate',
            header: t('intake.vat'),
            align: 'right',
            render: ({ rate, category }) =>
              rate && rate !== '0' ? `${rate.replace('.', ',')} %` : t('intake.vatCategory', { category }),
          },
          { key: 'net', header: t('intake.net'), align: 'right', render: ({ netCents }) => money(netCents) },
        ]}
      />
    </section>
  );
}
