import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { Replan } from '../../features/upkeep/Replan.js';
import { UNIT_ID } from '../../features/upkeep/upkeep.graphql.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { ManagePage } from '../ManagePage.js';
import NotFoundPage from './NotFoundPage.js';

/** One unit's bookings that need another answer. */
export default function ReplanPage() {
  const { unitCode = '' } = useParams();
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const text = useText();
  const { data, error, refetch } = useQuery(UNIT_ID, { variables: { code: unitCode } });
  const unit = data?.equipmentUnit;
  if (data && !unit) return <NotFoundPage />;
  const name = unit ? `${text(unit.model.name)} (${unit.code})` : unitCode;
  return (
    <ManagePage
      may="reservation.adjust"
      title={t('upkeep.replan.title', { unit: name })}
      lead={t('upkeep.replan.lead')}
      crumbs={
        <Breadcrumbs
          crumbs={[
            { to: '/onderhoud?deel=defecten', label: t('upkeep.title') },
            { to: `/toestel/${encodeURIComponent(unitCode)}`, label: unitCode },
            { label: t('upkeep.replan.title', { unit: unitCode }) },
          ]}
        />
      }
    >
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {unit && viewerMay(viewer, 'plan.make') ? (
        <p>
          <LinkButton to={`/plannen/nieuw?soort=herstel&toestel=${unit.id}`} variant="default">
            {t('planning.repairAll')}
          </LinkButton>
        </p>
      ) : null}
      {unit ? <Replan unitId={unit.id} unitCode={unit.code} /> : <DelayedSkeleton count={3} height={160} />}
    </ManagePage>
  );
}
