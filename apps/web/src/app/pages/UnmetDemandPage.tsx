import { UnmetDemand } from '../../features/insight/UnmetDemand.js';
import { InsightTabs } from '../../features/insight/InsightTabs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function UnmetDemandPage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="insight.read" title={t('insight.unmet.title')} lead={t('insight.unmet.lead')}>
      <InsightTabs />
      <UnmetDemand />
    </ManagePage>
  );
}
