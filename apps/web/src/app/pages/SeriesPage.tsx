import { useParams, useSearchParams } from 'react-router';
import { SeriesView } from '../../features/series/SeriesView.js';
import { useViewer } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** One series with each of its times. */
export default function SeriesPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/reeksen', label: t('series.title') }]} />
      {loading ? <DelayedSkeleton count={4} height={90} /> : null}
      {!loading && !viewer ? (
        <>
          <PageHeading title={t('series.title')} />
          <SignInFirst />
        </>
      ) : null}
      {viewer ? <SeriesView id={id} fresh={params.has('nieuw')} /> : null}
    </Page>
  );
}
