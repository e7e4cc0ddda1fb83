import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { UNIT_PACKING } from '../../features/packing/packing.graphql.js';
import { PackingEditor } from '../../features/packing/PackingEditor.js';
import { useViewer } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';
import NotFoundPage from './NotFoundPage.js';

/** What is in the boxes of one unit. */
export default function PackingPage() {
  const { unitCode = '' } = useParams();
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const { data, error, refetch } = useQuery(UNIT_PACKING, { variables: { code: unitCode }, fetchPolicy: 'network-only' });
  const unit = data?.equipmentUnit;
  if (data && !unit) return <NotFoundPage />;
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: `/toestel/${encodeURIComponent(unitCode)}`, label: unitCode }, { label: t('packing.edit') }]} />
      <PageHeading title={t('packing.title', { code: unitCode })} lead={t('packing.lead')} />
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {(!data && !error) || loading ? <DelayedSkeleton count={2} height={200} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {unit && viewer && !unit.mayPack ? <NotForYou /> : null}
      {unit?.mayPack ? <PackingEditor key={unit.packing.version} unit={unit} /> : null}
    </Page>
  );
}
