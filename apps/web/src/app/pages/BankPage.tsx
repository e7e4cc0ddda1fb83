import { Bank } from '../../features/intake/Bank.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function BankPage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('intake.bank.title')} lead={t('intake.bank.lead')}>
      <Bank />
    </BudgetPage>
  );
}
