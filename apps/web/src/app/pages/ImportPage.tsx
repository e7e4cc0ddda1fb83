import { useParams } from 'react-router';
import { ImportPreview } from '../../features/records/ImportPreview.js';
import { ImportStart } from '../../features/records/ImportStart.js';
import { KindTabs } from '../../features/records/KindTabs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';

export default function ImportPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  return (
    <ManagePage may="data.manage" title={t('records.import.title')} lead={t('records.import.lead')}>
      <KindTabs />
      {id === undefined ? <ImportStart /> : <ImportPreview key={id} id={id} />}
    </ManagePage>
  );
}
