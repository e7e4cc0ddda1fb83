import { LabelSheets } from '../../features/packing/LabelSheets.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';

/** Labels with codes for kits and boxes, on sheets to print. */
export default function LabelsPage() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeading title={t('packing.label.title')} lead={t('packing.label.lead')} />
      <LabelSheets />
    </Page>
  );
}
