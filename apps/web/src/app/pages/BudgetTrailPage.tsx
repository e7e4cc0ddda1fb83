import { Trail } from '../../features/envelope/Trail.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function BudgetTrailPage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('envelope.trail.title')} lead={t('envelope.trail.lead')}>
      <Trail />
    </BudgetPage>
  );
}
