import { Values } from '../../features/envelope/Values.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function ValuePage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('envelope.value.title')} lead={t('envelope.value.lead')}>
      <Values />
    </BudgetPage>
  );
}
