import { useSearchParams } from 'react-router';
import { RequestForm } from '../../features/requests/RequestForm.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** A wish without a slot. */
export default function NewRequestPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { viewer, loading } = useViewer();
  const may = viewerMay(viewer, 'request.submit');
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/aanvragen', label: t('requests.open') }, { label: t('requests.newTitle') }]} />
      <PageHeading title={t('requests.newTitle')} lead={t('requests.newLead')} />
      {loading ? <DelayedSkeleton count={3} height={160} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {viewer && may ? <RequestForm viewer={viewer} modelCode={params.get('model')} /> : null}
    </Page>
  );
}
