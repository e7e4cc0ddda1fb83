import { useQuery } from '@apollo/client/react';
import { useId } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useFormat } from '../../ui/useFormat.js';
import { DefectCard } from './DefectCard.js';
import { DueTag, PlanActions } from './PlanRow.js';
import { UNIT_UPKEEP } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

type Props = { unitCode: string; mayMaintain: boolean; mayVisit: boolean; mayReplan: boolean };

/** Care of one unit, on its page: what is wrong with it, and what has to be inspected. */
export function UnitCare({ unitCode, mayMaintain, mayVisit, mayReplan }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const id = useId();
  const { data } = useQuery(UNIT_UPKEEP, { variables: { code: unitCode }, fetchPolicy: 'cache-and-network' });
  const unit = data?.equipmentUnit;
  if (!unit || (!unit.mayReportDefect && !mayMaintain)) return null;
  const open = unit.defects.filter((defect) => defect.status !== 'SOLVED');
  const solved = unit.defects.filter((defect) => defect.status === 'SOLVED');
  return (
    <section className={styles.care} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('upkeep.unit.title')}</h2>
      {unit.staysToReplan > 0 && mayReplan ? (
        <LinkButton to={`/onderhoud/herplannen/${encodeURIComponent(unitCode)}`} leftSection={<Icon name="repeat" />}>
          {t('upkeep.defect.replan', { count: unit.staysToReplan })}
        </LinkButton>
      ) : null}
      {open.length > 0 ? (
        <ul className={styles.defects}>
          {open.map((defect) => (
            <DefectCard key={defect.id} defect={defect} mayHandle={mayMaintain} mayReplan={false} />
          ))}
        </ul>
      ) : (
        <p className={styles.muted}>{t('upkeep.unit.noDefects')}</p>
      )}
      {unit.inspections.length > 0 ? (
        <>
          <h3>{t('upkeep.tab.inspections')}</h3>
          <ul className={styles.plans}>
            {unit.inspections.map((plan) => (
              <li key={plan.planId}>
                <div className={styles.tags}>
                  <strong>{text(plan.name)}</strong>
                  <DueTag plan={plan} />
                </div>
                <p className={styles.muted}>
                  {plan.validTo && plan.intervalMonths !== null
                    ? t('upkeep.unit.validTo', { day: format.day(plan.validTo) })
                    : plan.lastDoneOn
                      ? t('upkeep.unit.lastOn', { day: format.day(plan.lastDoneOn) })
                      : t('upkeep.unit.neverInspected')}
                  {plan.plannedOn ? ` ${t('upkeep.due.planned', { day: format.dayNumeric(plan.plannedOn) })}` : ''}
                  {plan.intervalHours === null
                    ? ''
                    : ` ${t('upkeep.unit.hours', { used: format.number(plan.hoursSince, 1), of: format.number(plan.intervalHours) })}`}
                </p>
                <PlanActions plan={plan} mayVisit={mayVisit} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {unit.inspectionHistory.length + solved.length > 0 ? (
        <details className={styles.history}>
          <summary>{t('upkeep.unit.history')}</summary>
          <ul className={styles.plans}>
            {unit.inspectionHistory.map((inspection) => (
              <li key={inspection.id}>
                <span>
                  {format.dayNumeric(inspection.doneOn)}: {text(inspection.plan.name)}, {t(`upkeep.result.${inspection.result}`)}
                </span>
                {inspection.body ? <span className={styles.muted}>{inspection.body}</span> : null}
                {inspection.note ? <span>{inspection.note}</span> : null}
                {inspection.reports.map(({ id: reportId, url, name }) => (
                  <a key={reportId} href={url} target="_blank" rel="noreferrer">
                    <Icon name="download" size={18} /> {name}
                  </a>
                ))}
              </li>
            ))}
          </ul>
          <ul className={styles.defects}>
            {solved.map((defect) => (
              <DefectCard key={defect.id} defect={defect} mayHandle={mayMaintain} mayReplan={false} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
