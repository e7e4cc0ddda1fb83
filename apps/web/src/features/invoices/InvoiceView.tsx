import { writeCommunication } from '@karavaan/domain';
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { PaperView } from '../../ui/paper/PaperView.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { AttachField } from './AttachField.js';
import { INVOICE } from './invoices.graphql.js';
import styles from './invoices.module.css';

/** An invoice with its lines, where they are charged, what was paid, and the document beside them. */
export function InvoiceView({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { viewer } = useViewer();
  const { data, error, refetch } = useQuery(INVOICE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const invoice = data?.invoice;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (invoice === undefined) return <DelayedSkeleton count={4} height={120} />;
  if (invoice === null)
    return <EmptyState text={t('invoices.gone')} action={<LinkButton to="/budget/facturen">{t('invoices.title')}</LinkButton>} />;
  const facts: (readonly [string, string | null])[] = [
    ['supplier', invoice.supplier.name],
    ['enterprise', invoice.supplier.enterpriseNumber],
    ['issuedOn', format.dayNumeric(invoice.issuedOn)],
    ['dueOn', invoice.dueOn && format.dayNumeric(invoice.dueOn)],
    ['communication', invoice.communication && writeCommunication(invoice.communication)],
    ['amount', format.euro(invoice.payableCents)],
    ['credited', invoice.creditedCents === '0' ? null : format.euro(invoice.creditedCents)],
    ['paidCents', format.euro(invoice.paidCents)],
    ['unpaid', format.euro(invoice.unpaidCents)],
  ];
  return (
    <div className={styles.beside}>
      <div>
        <section className={styles.group} aria-labelledby="fields">
          <div className={styles.named}>
            <h2 id="fields">{invoice.number}</h2>
            {invoice.takenBack ? <StatusTag tone="grey">{t('invoices.takenBack')}</StatusTag> : null}
            {invoice.kind === 'CREDIT_NOTE' ? <StatusTag tone="blue">{t('invoices.creditNote')}</StatusTag> : null}
          </div>
          <dl className={styles.facts}>
            {facts.map(([key, value]) =>
              value ? (
                <div key={key}>
                  <dt>{t(`invoices.${key}`)}</dt>
                  <dd>{value}</dd>
                </div>
              ) : null,
            )}
          </dl>
          {[...(invoice.credits ? [invoice.credits] : []), ...invoice.creditNotes].map((other) => (
            <p key={other.id}>
              <Link to={`/budget/facturen/${other.id}`}>{t('invoices.belongsTo', { number: other.number })}</Link>
            </p>
          ))}
          <DataTable
            caption={t('invoices.lines')}
            rows={invoice.lines}
            rowKey={(line) => line.id}
            columns={[
              { key: 'description', header: t('invoices.what'), render: ({ description }) => description },
              { key: 'net', header: t('invoices.net'), align: 'right', render: ({ netCents }) => format.euro(netCents) },
              { key: 'vat', header: t('invoices.vat'), align: 'right', render: ({ vatCents }) => format.euro(vatCents) },
              {
                key: 'charged',
                header: t('invoices.chargedTo'),
                render: ({ allocations }) =>
                  allocations
                    .map(({ part }) =>
                      part.commitment
                        ? t('invoices.byOrder', { line: part.line.code, number: part.commitment.number })
                        : part.line.code,
                    )
                    .join(', '),
              },
            ]}
          />
        </section>
        <section className={styles.group} aria-labelledby="payments">
          <h2 id="payments">{t('invoices.payments')}</h2>
          {invoice.payments.length === 0 ? (
            <p className={styles.help}>{t('invoices.noPayments')}</p>
          ) : (
            <DataTable
              caption={t('invoices.payments')}
              rows={invoice.payments}
              rowKey={(payment) => payment.id}
              columns={[
                { key: 'paidOn', header: t('invoices.paidOn'), render: ({ paidOn }) => format.dayNumeric(paidOn) },
                { key: 'cents', header: t('invoices.amount'), align: 'right', render: ({ cents }) => format.euro(cents) },
                { key: 'reference', header: t('invoices.reference'), render: ({ reference }) => reference },
              ]}
            />
          )}
        </section>
      </div>
      <div>
        <PaperView documents={invoice.documents} nothing={t('invoices.noPaper')} />
        {viewerMay(viewer, 'budget.write') ? <AttachField id={id} onDone={() => void refetch()} /> : null}
      </div>
    </div>
  );
}
