import { useParams } from 'react-router';
import { UnitValueView } from '../../features/envelope/UnitValueView.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function UnitValuePage() {
  const { t } = useTranslation();
  const { unitCode = '' } = useParams();
  return (
    <BudgetPage
      title={t('envelope.unit.title', { code: unitCode })}
      lead={t('envelope.unit.lead')}
      crumbs={<Breadcrumbs crumbs={[{ label: t('envelope.value.title'), to: '/budget/gebruik' }, { label: unitCode }]} />}
    >
      <UnitValueView key={unitCode} code={unitCode} />
    </BudgetPage>
  );
}
