import { Coverage } from '../../features/figures/Coverage.js';
import { InsightTabs } from '../../features/figures/InsightTabs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function CoveragePage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="insight.read" title={t('figures.coverage.title')} lead={t('figures.coverage.lead')}>
      <InsightTabs />
      <Coverage />
    </ManagePage>
  );
}
