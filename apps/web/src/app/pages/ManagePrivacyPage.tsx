import { EraseSomebody } from '../../features/privacy/EraseSomebody.js';
import { Retention } from '../../features/privacy/Retention.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function ManagePrivacyPage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="person.erase" title={t('privacy.manage.title')} lead={t('privacy.manage.lead')}>
      <Retention />
      <EraseSomebody />
    </ManagePage>
  );
}
