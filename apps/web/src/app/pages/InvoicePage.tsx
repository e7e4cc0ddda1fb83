import { useParams } from 'react-router';
import { Bought } from '../../features/envelope/Bought.js';
import { InvoiceView } from '../../features/invoices/InvoiceView.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function InvoicePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <BudgetPage
      title={t('invoices.oneTitle')}
      lead={t('invoices.oneLead')}
      crumbs={
        <Breadcrumbs crumbs={[{ label: t('invoices.title'), to: '/budget/facturen' }, { label: t('invoices.oneTitle') }]} />
      }
    >
      <InvoiceView key={id} id={id} />
      <Bought key={`bought ${id}`} invoiceId={id} />
    </BudgetPage>
  );
}
