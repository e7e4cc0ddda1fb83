import { WhatIf } from '../../features/envelope/WhatIf.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function WhatIfPage() {
  const { t } = useTranslation();
  return (
    <BudgetPage title={t('envelope.whatIf.title')} lead={t('envelope.whatIf.lead')}>
      <WhatIf />
    </BudgetPage>
  );
}
