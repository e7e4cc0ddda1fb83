import { Need } from '../../features/envelope/Need.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function NeedPage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('envelope.need.title')} lead={t('envelope.need.lead')}>
      <Need />
    </BudgetPage>
  );
}
