import { Postings } from '../../features/envelope/Postings.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function PostingsPage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('envelope.postings.title')} lead={t('envelope.postings.lead')}>
      <Postings />
    </BudgetPage>
  );
}
