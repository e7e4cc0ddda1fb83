import { KindTabs } from '../../features/records/KindTabs.js';
import { SettingsForm } from '../../features/records/SettingsForm.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function SettingsPage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="setting.change" title={t('records.settings.title')} lead={t('records.settings.lead')}>
      <KindTabs />
      <SettingsForm />
    </ManagePage>
  );
}
