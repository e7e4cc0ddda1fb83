import { Link, useSearchParams } from 'react-router';
import { DefectList } from '../../features/upkeep/DefectList.js';
import { InspectionsDue } from '../../features/upkeep/InspectionsDue.js';
import { ModelCare } from '../../features/upkeep/ModelCare.js';
import { StockList } from '../../features/upkeep/StockList.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ManagePage } from '../ManagePage.js';
import styles from './InboxPage.module.css';

const PARTS = [
  ['keuringen', 'inspections'],
  ['defecten', 'defects'],
  ['voorraad', 'stock'],
  ['modellen', 'models'],
] as const;

/** What planners and technicians look after: inspections, defects, stock, and per model what holds for all its units. */
export default function UpkeepPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { viewer } = useViewer();
  const mayPlan = viewerMay(viewer, 'care.plan');
  const mayReplan = viewerMay(viewer, 'reservation.adjust');
  const parts = PARTS.filter(([, key]) => key !== 'models' || mayPlan);
  const part = parts.find(([name]) => name === params.get('deel'))?.[1] ?? 'inspections';
  return (
    <ManagePage may="unit.maintain" title={t('upkeep.title')} lead={t('upkeep.lead')}>
      <nav className={styles.tabs} aria-label={t('upkeep.parts')}>
        {parts.map(([name, key]) => (
          <Link key={name} to={`/onderhoud?deel=${name}`} aria-current={part === key ? 'page' : undefined}>
            {t(`upkeep.tab.${key}`)}
          </Link>
        ))}
      </nav>
      {part === 'inspections' ? <InspectionsDue mayVisit={mayPlan} mayReplan={mayReplan} /> : null}
      {part === 'defects' ? <DefectList mayReplan={mayReplan} /> : null}
      {part === 'stock' ? <StockList /> : null}
      {part === 'models' ? <ModelCare /> : null}
    </ManagePage>
  );
}
