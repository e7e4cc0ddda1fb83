import { Suppliers } from '../../features/invoices/Suppliers.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function SuppliersPage() {
  const { t } = useTranslation();

  return (
    <BudgetPage title={t('invoices.suppliers')} lead={t('invoices.suppliersLead')}>
      <Suppliers />
    </BudgetPage>
  );
}
