import { Invoices } from '../../features/invoices/Invoices.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function InvoicesPage() {
  const { t } = useTranslation();

  return (
    <BudgetPage title={t('invoices.title')} lead={t('invoices.lead')}>
      <Invoices />
    </BudgetPage>
  );
}
