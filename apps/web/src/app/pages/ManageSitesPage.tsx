import { useTranslation } from '../../ui/i18n/texts.js';
import { SitesManager } from '../../features/manage/SitesManager.js';
import { ManagePage } from '../ManagePage.js';

export default function ManageSitesPage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="site.move" title={t('app.nav.manageSites')} lead={t('manage.sites.lead')}>
      <SitesManager />
    </ManagePage>
  );
}
