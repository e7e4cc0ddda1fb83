import { LoanTerms } from '../../features/terms/LoanTerms.js';
import { useViewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';

/** What is agreed when somebody borrows. */
export default function LoanTermsPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  return (
    <Page>
      <PageHeading title={t('terms.title')} lead={t('terms.lead')} />
      {loading ? <DelayedSkeleton count={3} height={88} /> : <LoanTerms viewer={viewer ?? null} />}
    </Page>
  );
}
