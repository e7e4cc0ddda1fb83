import { Months } from '../../features/envelope/Months.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function BudgetMonthsPage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('envelope.months.title')} lead={t('envelope.months.lead')}>
      <Months />
    </BudgetPage>
  );
}
