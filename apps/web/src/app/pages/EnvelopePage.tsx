import { useState } from 'react';
import { EnvelopeView } from '../../features/envelope/EnvelopeView.js';
import { useEnvelopes } from '../../features/envelope/useEnvelopes.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useFormat } from '../../ui/useFormat.js';
import { BudgetPage } from '../BudgetPage.js';

export default function EnvelopePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { viewer } = useViewer();
  const [now] = useState(() => new Date().toISOString());
  const { envelopes, chosen, error, refetch } = useEnvelopes(!viewerMay(viewer, 'budget.read'));
  return (
    <BudgetPage
      title={t('envelope.title', { code: chosen?.code ?? '' })}
      lead={t('envelope.lead', { now: format.instant(now) })}
      actions={
        <>
          <LinkButton to="/budget/wat-als" variant="default">
            {t('envelope.whatIf.link')}
          </LinkButton>
          <ExportButton list="enveloppes" />
        </>
      }
    >
      {error && !envelopes ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!envelopes && !error ? <DelayedSkeleton count={4} height={180} /> : null}
      {envelopes?.length === 0 ? <EmptyState text={t('envelope.none')} /> : null}
      {envelopes && chosen ? <EnvelopeView envelopes={envelopes} chosen={chosen} /> : null}
    </BudgetPage>
  );
}
