import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { HandoverScreen } from '../../features/handover/HandoverScreen.js';
import { OutboxPanel } from '../../features/handover/OutboxPanel.js';
import { workOffline } from '../../features/handover/offline.js';
import { useWorker } from '../../features/handover/useSheet.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { SignInFirst } from '../SignInFirst.js';

/** One loan passes from hand to hand. */
export default function HandoverPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { t } = useTranslation();
  const { worker, knowing } = useWorker();
  useEffect(workOffline, []);
  return (
    <Page>
      <Breadcrumbs crumbs={[{ to: '/overdracht', label: t('app.nav.handover') }, { label: t('handover.open') }]} />
      {knowing ? <DelayedSkeleton count={3} height={160} /> : null}
      {!knowing && !worker ? (
        <>
          <SignInFirst />
          <OutboxPanel viewerId={null} />
        </>
      ) : null}
      {worker ? (
        <HandoverScreen key={`${worker.id} ${id}`} worker={worker} reservationId={id} scanned={params.get('code')} />
      ) : null}
    </Page>
  );
}
