import { useQuery } from '@apollo/client/react';
import { Link, Navigate } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { SCANNED_UNIT } from './handover.graphql.js';

/** Where a scanned label leads: to the hand-over that has the unit, or it says who has it. */
export function ScannedCode({ code }: { code: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(SCANNED_UNIT, { variables: { code }, fetchPolicy: 'network-only' });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={1} height={96} />;
  const found = data.scannedUnit;
  if (found?.reservationId)
    return <Navigate replace to={`/overdracht/${found.reservationId}?code=${encodeURIComponent(code)}`} />;
  const words = !found
    ? t('handover.scan.unknown', { code })
    : found.number
      ? t('handover.scan.theirs', { code, number: found.number })
      : t('handover.scan.free', { code });
  return (
    <EmptyState
      text={words}
      action={
        <Link to={found ? `/toestel/${encodeURIComponent(found.unitCode)}` : '/overdracht'}>
          {found ? t('handover.scan.unit') : t('handover.toList')}
        </Link>
      }
    />
  );
}
