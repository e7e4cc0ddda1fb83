import { EInvoices } from '../../features/intake/EInvoices.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function EInvoicesPage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('intake.title')} lead={t('intake.lead')}>
      <EInvoices />
    </BudgetPage>
  );
}
