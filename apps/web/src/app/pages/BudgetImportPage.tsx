import { useParams } from 'react-router';
import { TablePreview } from '../../features/intake/TablePreview.js';
import { TableStart } from '../../features/intake/TableStart.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function BudgetImportPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  return (
    <BudgetPage
      may="budget.write"
      title={t(id ? 'intake.tables.previewTitle' : 'intake.tables.title')}
      lead={t('intake.tables.lead')}
    >
      {id ? <TablePreview key={id} id={id} /> : <TableStart />}
    </BudgetPage>
  );
}
