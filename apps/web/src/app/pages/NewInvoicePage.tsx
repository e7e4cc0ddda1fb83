import { InvoiceForm } from '../../features/invoices/InvoiceForm.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function NewInvoicePage() {
  const { t } = useTranslation();

  return (
    <BudgetPage
      title={t('invoices.formTitle')}
      lead={t('invoices.formLead')}
      may="budget.write"
      crumbs={
        <Breadcrumbs crumbs={[{ label: t('invoices.title'), to: '/budget/facturen' }, { label: t('invoices.formTitle') }]} />
      }
    >
      <InvoiceForm />
    </BudgetPage>
  );
}
