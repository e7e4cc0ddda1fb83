import { useQuery } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useParams } from 'react-router';
import { MODEL } from '../../features/equipment/equipment.graphql.js';
import { FollowButton } from '../../features/follow/FollowButton.js';
import { ModelDetailView } from '../../features/equipment/ModelDetailView.js';
import { NoUnitsYet } from '../../features/records/NoUnitsYet.js';
import { useLive } from '../../graphql/live/useLive.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useText } from '../../ui/i18n/useText.js';
import { Page } from '../../ui/Page.js';
import NotFoundPage from './NotFoundPage.js';

export default function KitPage() {
  const { modelCode = '' } = useParams();
  const { t } = useTranslation();
  const text = useText();
  const { viewer } = useViewer();
  const [today] = useState(() => dayOf(Date.now()));
  const { data, error, refetch } = useQuery(MODEL, { variables: { code: modelCode, today } });
  const model = data?.equipmentModel;
  useLive({ UNIT: model?.units.map(({ id }) => id) ?? [] }, () => refetch());
  if (data && !model) return <NotFoundPage />;
  return (
    <Page>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton count={3} height={220} /> : null}
      {model ? (
        <>
          <Breadcrumbs
            crumbs={[
              { to: '/kits', label: t('app.nav.kits') },
              { to: `/kits?domein=${model.domain.code}`, label: text(model.domain.name) },
              { label: text(model.name) },
            ]}
          />
          {viewer && model.mobility === 'MOBILE' ? (
            <FollowButton viewer={viewer} kind="MODEL" subjectId={model.id} name={text(model.name)} />
          ) : null}
          {viewerMay(viewer, 'data.manage') ? <NoUnitsYet /> : null}
          <ModelDetailView model={model} mayMeasure={viewerMay(viewer, 'model.measure')} />
        </>
      ) : null}
    </Page>
  );
}
