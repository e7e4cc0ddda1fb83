import { useEffect } from 'react';
import { HandoverList } from '../../features/handover/HandoverList.js';
import { OutboxPanel } from '../../features/handover/OutboxPanel.js';
import { workOffline } from '../../features/handover/offline.js';
import { useWorker } from '../../features/handover/useSheet.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** What is to be fetched, delivered and brought back now. */
export default function HandoversPage() {
  const { t } = useTranslation();
  const { worker, knowing } = useWorker();
  useEffect(workOffline, []);
  return (
    <Page>
      <PageHeading
        title={t('handover.listTitle')}
        lead={t('handover.listLead')}
        actions={
          worker ? (
            <LinkButton to="/begeleiders" variant="default" leftSection={<Icon name="people" />}>
              {t('instructors.open')}
            </LinkButton>
          ) : null
        }
      />
      {knowing ? <DelayedSkeleton count={3} height={96} /> : null}
      {!knowing && !worker ? (
        <>
          <SignInFirst />
          <OutboxPanel viewerId={null} />
        </>
      ) : null}
      {worker ? <HandoverList key={worker.id} worker={worker} /> : null}
    </Page>
  );
}
