import { MyData } from '../../features/privacy/MyData.js';
import { PersonalData } from '../../features/privacy/PersonalData.js';
import { useViewer } from '../../graphql/viewer.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';

/** What Karavaan knows of people, and for who is signed in: their own data. */
export default function PrivacyPage() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  return (
    <Page>
      <PageHeading title={t('privacy.title')} lead={t('privacy.lead')} />
      {viewer ? <MyData viewer={viewer} /> : null}
      <PersonalData />
    </Page>
  );
}
