import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { SelectField } from '../../ui/SelectField.js';
import { useFormat } from '../../ui/useFormat.js';
import { DueTag, PlanActions } from './PlanRow.js';
import { INSPECTIONS_DUE } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

const SPANS = [30, 60, 180, 365] as const;

/** What has to be inspected or maintained, the most urgent first. */
export function InspectionsDue({ mayVisit, mayReplan }: { mayVisit: boolean; mayReplan: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [days, setDays] = useState<number>(60);
  const { data, previousData, error, refetch } = useQuery(INSPECTIONS_DUE, {
    variables: { days },
    fetchPolicy: 'cache-and-network',
  });
  const plans = (data ?? previousData)?.inspectionsDue;
  return (
    <>
      <div className={styles.filter}>
        <SelectField label={t('upkeep.due.within')} value={String(days)} onChange={(value) => setDays(Number(value))}>
          {SPANS.map((span) => (
            <option key={span} value={span}>
              {t('upkeep.due.days', { days: span })}
            </option>
          ))}
        </SelectField>
      </div>
      {error && !plans ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!plans && !error ? <DelayedSkeleton count={6} height={56} /> : null}
      {plans?.length === 0 ? <EmptyState van text={t('upkeep.due.none')} /> : null}
      {plans && plans.length > 0 ? <ListBar list="keuringen" variables={{ days }} /> : null}
      {plans && plans.length > 0 ? (
        <DataTable
          caption={t('upkeep.tab.inspections')}
          rows={plans}
          rowKey={(plan) => `${plan.planId} ${plan.unit.id}`}
          columns={[
            {
              key: 'state',
              header: t('upkeep.due.state'),
              render: (plan) => (
                <span>
                  <DueTag plan={plan} />
                </span>
              ),
            },
            {
              key: 'unit',
              header: t('upkeep.due.unit'),
              render: (plan) => (
                <Link to={`/toestel/${encodeURIComponent(plan.unit.code)}`}>
                  {text(plan.unit.model.name)} ({plan.unit.code})
                </Link>
              ),
            },
            {
              key: 'what',
              header: t('upkeep.due.what'),
              render: (plan) => (
                <span>
                  {text(plan.name)}
                  {plan.external ? <span className={styles.muted}> {plan.body ?? t('upkeep.due.external')}</span> : null}
                </span>
              ),
            },
            {
              key: 'until',
              header: t('upkeep.due.until'),
              render: (plan) => (
                <span>
                  {plan.intervalMonths === null && plan.intervalHours !== null
                    ? t('upkeep.unit.hours', { used: format.number(plan.hoursSince, 1), of: format.number(plan.intervalHours) })
                    : plan.validTo
                      ? format.dayNumeric(plan.validTo)
                      : t('upkeep.due.never')}
                  {plan.plannedOn ? (
                    <span className={styles.muted}> {t('upkeep.due.planned', { day: format.dayNumeric(plan.plannedOn) })}</span>
                  ) : null}
                  {plan.blocks && plan.unit.staysToReplan > 0 && mayReplan ? (
                    <Link className={styles.under} to={`/onderhoud/herplannen/${encodeURIComponent(plan.unit.code)}`}>
                      {t('upkeep.defect.replan', { count: plan.unit.staysToReplan })}
                    </Link>
                  ) : null}
                </span>
              ),
            },
            { key: 'do', header: t('upkeep.due.do'), render: (plan) => <PlanActions plan={plan} mayVisit={mayVisit} /> },
          ]}
        />
      ) : null}
    </>
  );
}
