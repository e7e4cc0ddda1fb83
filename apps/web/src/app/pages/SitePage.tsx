import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useParams } from 'react-router';
import { SITE_DETAIL } from '../../features/sites/sites.graphql.js';
import { SiteView } from '../../features/sites/SiteView.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Page } from '../../ui/Page.js';
import NotFoundPage from './NotFoundPage.js';

export default function SitePage() {
  const { code = '' } = useParams();
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(SITE_DETAIL, { variables: { code } });
  if (data && !data.site) return <NotFoundPage />;
  return (
    <Page>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton count={2} height={260} /> : null}
      {data?.site ? (
        <>
          <Breadcrumbs crumbs={[{ to: '/locaties', label: t('app.nav.sites') }, { label: data.site.name }]} />
          <SiteView site={data.site} />
        </>
      ) : null}
    </Page>
  );
}
