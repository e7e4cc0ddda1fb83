import { useTranslation } from '../../ui/i18n/texts.js';
import { MailTable } from '../../features/manage/MailTable.js';
import { useSettings } from '../../graphql/settings.js';
import { ManagePage } from '../ManagePage.js';

export default function MailsPage() {
  const { t } = useTranslation();
  const settings = useSettings();
  const lead = settings ? t(settings.smtp ? 'manage.mails.lead' : 'manage.mails.leadKept') : ' ';
  return (
    <ManagePage may="mail.read" title={t('app.nav.mails')} lead={lead}>
      <MailTable />
    </ManagePage>
  );
}
