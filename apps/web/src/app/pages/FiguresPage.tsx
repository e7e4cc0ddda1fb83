import { Indicators } from '../../features/insight/Indicators.js';
import { InsightTabs } from '../../features/insight/InsightTabs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function FiguresPage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="insight.read" title={t('insight.indicators.title')} lead={t('insight.indicators.lead')}>
      <InsightTabs />
      <Indicators />
    </ManagePage>
  );
}
