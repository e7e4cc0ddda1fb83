import { useEffect } from 'react';
import { workOffline } from '../../features/handover/offline.js';
import { OutboxPanel } from '../../features/handover/OutboxPanel.js';
import { useOutbox } from '../../features/handover/useOutbox.js';
import { useSheets, useWorker } from '../../features/handover/useSheet.js';
import { MyTrip } from '../../features/trips/MyTrip.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

const KINDS: Readonly<Record<string, string>> = { FETCH: 'PICK_UP', DELIVER: 'DELIVER' };

/** What a driver does today, with or without network. */
export default function MyTripPage() {
  const { t } = useTranslation();
  const { worker, knowing } = useWorker();
  useEffect(workOffline, []);
  return (
    <Page>
      <PageHeading title={t('trips.mine')} />
      {knowing ? <DelayedSkeleton count={3} height={160} /> : null}
      {!knowing && !worker ? <SignInFirst /> : null}
      <OutboxPanel viewerId={worker?.id ?? null} />
      {worker ? <Mine key={worker.id} personId={worker.id} /> : null}
    </Page>
  );
}

function Mine({ personId }: { personId: string }) {
  // Read here, so that each hand-over of the trip opens without network as well.
  useSheets(personId);
  const { waiting } = useOutbox(personId);
  const noted = new Set(
    waiting
      .filter((each) => !each.refused)
      .flatMap(({ input }) => input.boxes.map((box) => `${box.unitId} ${KINDS[input.moment] ?? ''}`)),
  );
  return <MyTrip personId={personId} noted={noted} />;
}
