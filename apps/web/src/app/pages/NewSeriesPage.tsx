import { isDay } from '@karavaan/domain';
import { useSearchParams } from 'react-router';
import { SeriesForm } from '../../features/series/SeriesForm.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';

/** A new series of the kit that was looked at. */
export default function NewSeriesPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { viewer, loading } = useViewer();
  const day = (name: string) => {
    const value = params.get(name) ?? '';
    return isDay(value) ? value : null;
  };
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/reeksen', label: t('series.title') }, { label: t('series.newTitle') }]} />
      <PageHeading title={t('series.newTitle')} lead={t('series.newLead')} />
      {loading ? <DelayedSkeleton count={3} height={160} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !viewerMay(viewer, 'reservation.submit') ? <NotForYou /> : null}
      {viewer && viewerMay(viewer, 'reservation.submit') ? (
        <SeriesForm
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
