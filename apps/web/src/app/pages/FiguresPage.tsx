import { Indicators } from '../../features/figures/Indicators.js';
import { InsightTabs } from '../../features/figures/InsightTabs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function FiguresPage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="insight.read" title={t('figures.indicators.title')} lead={t('figures.indicators.lead')}>
      <InsightTabs />
      <Indicators />
    </ManagePage>
  );
}
