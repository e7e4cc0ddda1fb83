import { useTranslation } from '../../ui/i18n/texts.js';
import { AuditTable } from '../../features/manage/AuditTable.js';
import { ManagePage } from '../ManagePage.js';

export default function AuditPage() {
  const { t } = useTranslation();
  return (
    <ManagePage may="audit.read" title={t('app.nav.audit')} lead={t('manage.audit.lead')}>
      <AuditTable />
    </ManagePage>
  );
}
