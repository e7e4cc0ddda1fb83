import { UnmetDemand } from '../../features/figures/UnmetDemand.js';
import { InsightTabs } from '../../features/figures/InsightTabs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function UnmetDemandPage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="insight.read" title={t('figures.unmet.title')} lead={t('figures.unmet.lead')}>
      <InsightTabs />
      <UnmetDemand />
    </ManagePage>
  );
}
