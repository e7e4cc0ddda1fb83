import { Coverage } from '../../features/insight/Coverage.js';
import { InsightTabs } from '../../features/insight/InsightTabs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function CoveragePage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="insight.read" title={t('insight.coverage.title')} lead={t('insight.coverage.lead')}>
      <InsightTabs />
      <Coverage />
    </ManagePage>
  );
}
