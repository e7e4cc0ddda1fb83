import { MailChoices } from '../../features/mails/MailChoices.js';
import { useViewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** Which mails one gets. */
export default function MyMailsPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  return (
    <Page>
      <PageHeading title={t('mails.title')} lead={viewer ? t('mails.lead', { email: viewer.email }) : ' '} />
      {loading ? <DelayedSkeleton count={5} height={72} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer ? <MailChoices /> : null}
    </Page>
  );
}
