import { Authorisations } from '../../features/authorisations/Authorisations.js';
import { useViewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** Who may book what asks for an orientation or a certificate. */
export default function AuthorisationsPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  return (
    <Page>
      <PageHeading title={t('authorisations.title')} lead={t('authorisations.lead')} />
      {loading ? <DelayedSkeleton count={3} height={88} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer ? <Authorisations viewer={viewer} /> : null}
    </Page>
  );
}
