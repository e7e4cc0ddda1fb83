import { SHAPES } from '@karavaan/domain';
import { useParams } from 'react-router';
import { recordAddress, kindOfSlug } from '../../features/records/record-addresses.js';
import { RecordForm } from '../../features/records/RecordForm.js';
import { RecordView } from '../../features/records/RecordView.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { ManagePage } from '../ManagePage.js';
import NotFoundPage from './NotFoundPage.js';

export default function RecordPage() {
  const { t } = useTranslation();
  const text = useText();
  const { kind: slug, id = '' } = useParams();
  const kind = kindOfSlug(slug);
  if (!kind) return <NotFoundPage />;
  const isNew = id === 'nieuw';
  const title = `${text(SHAPES[kind].names)}: ${t(isNew ? 'records.newOne' : 'records.change')}`;
  const crumbs = (
    <Breadcrumbs
      crumbs={[
        { label: text(SHAPES[kind].names), to: recordAddress(kind) },
        { label: t(isNew ? 'records.newOne' : 'records.change') },
      ]}
    />
  );
  return (
    <ManagePage may="data.manage" title={title} lead={t('records.formLead')} crumbs={crumbs}>
      {isNew ? (
        <RecordForm key={kind} kind={kind} record={null} onReload={() => undefined} />
      ) : (
        <RecordView key={id} kind={kind} id={id} />
      )}
    </ManagePage>
  );
}
