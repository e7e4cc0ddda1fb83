import { isDay } from '@karavaan/domain';
import { useSearchParams } from 'react-router';
import { JoinForm } from '../../features/waiting/JoinForm.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** A wish that is put in line; the days, the place and the kit come from where it was taken. */
export default function JoinWaitingPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { viewer, loading } = useViewer();
  const day = (name: string) => {
    const value = params.get(name) ?? '';
    return isDay(value) ? value : null;
  };
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/wachtlijst', label: t('waiting.title') }, { label: t('waiting.newTitle') }]} />
      <PageHeading title={t('waiting.newTitle')} lead={t('waiting.newLead')} />
      {loading ? <DelayedSkeleton count={2} height={180} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !viewerMay(viewer, 'waitingList.join') ? <NotForYou /> : null}
      {viewer && viewerMay(viewer, 'waitingList.join') ? (
        <JoinForm
          viewer={viewer}
          unitCode={params.get('toestel') ?? ''}
          first={day('van')}
          last={day('tot')}
          siteCode={params.get('locatie')}
        />
      ) : null}
    </Page>
  );
}
