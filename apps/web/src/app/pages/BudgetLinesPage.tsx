import { Lines } from '../../features/envelope/Lines.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function BudgetLinesPage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('envelope.lines.title')} lead={t('envelope.lines.lead')}>
      <Lines />
    </BudgetPage>
  );
}
