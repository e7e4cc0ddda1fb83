import { useParams } from 'react-router';
import { EInvoice } from '../../features/intake/EInvoice.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { BudgetPage } from '../BudgetPage.js';

export default function EInvoicePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <BudgetPage
      title={t('intake.one')}
      lead={t('intake.oneLead')}
      crumbs={<Breadcrumbs crumbs={[{ label: t('intake.title'), to: '/budget/e-facturen' }, { label: t('intake.one') }]} />}
    >
      <EInvoice key={id} id={id} />
    </BudgetPage>
  );
}
