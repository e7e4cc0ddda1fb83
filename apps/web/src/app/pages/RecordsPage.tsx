import { SHAPES } from '@karavaan/domain';
import { useParams } from 'react-router';
import { KindTabs } from '../../features/records/KindTabs.js';
import { kindOfSlug } from '../../features/records/record-addresses.js';
import { RecordList } from '../../features/records/RecordList.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { ManagePage } from '../ManagePage.js';
import NotFoundPage from './NotFoundPage.js';

export default function RecordsPage() {
  const { t } = useTranslation();
  const text = useText();
  const kind = kindOfSlug(useParams()['kind']);
  if (!kind) return <NotFoundPage />;
  return (
    <ManagePage may="data.manage" title={text(SHAPES[kind].names)} lead={t('records.lead')}>
      <KindTabs />
      <RecordList key={kind} kind={kind} />
    </ManagePage>
  );
}
