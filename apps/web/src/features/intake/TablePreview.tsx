import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BudgetRowDoes } from '../../graphql/generated/graphql.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { BUDGET_IMPORT, CONFIRM_BUDGET_IMPORT } from './intake.graphql.js';
import styles from './intake.module.css';
import { TableRows } from './TableRows.js';
import { useWrite } from './useWrite.js';

const PAGE = 50;
const COUNTS = [
  ['WRONG', 'wrong'],
  ['NEW', 'made'],
  ['CHANGED', 'changed'],
  ['UNCHANGED', 'unchanged'],
] as const;

/** What each row would do. Nothing is written before it is confirmed, and then all of it or nothing. */
export function TablePreview({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [does, setDoes] = useState<BudgetRowDoes | null>(null);
  const [skip, setSkip] = useState(0);
  const { data, previousData, error, refetch } = useQuery(BUDGET_IMPORT, {
    variables: { id, does, first: PAGE, skip },
    fetchPolicy: 'cache-and-network',
  });
  const { busy, refusal, failed, write } = useWrite();
  const run = (data ?? previousData)?.budgetImport;
  if (error && !run) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (run === undefined) return <DelayedSkeleton count={6} height={56} />;
  const again = (
    <LinkButton variant="default" to="/budget/invoer">
      {t('intake.tables.again')}
    </LinkButton>
  );
  if (run === null) return <EmptyState text={t('intake.tables.gone')} action={again} />;
  const compares = run.kind === 'EXTERNAL_LEDGER';
  const total = does ? run[COUNTS.find(([which]) => which === does)![1]] : run.made + run.changed + run.unchanged + run.wrong;
  if (run.done)
    return (
      <EmptyState
        van
        title={t('intake.tables.doneTitle')}
        text={t(`intake.tables.done.${run.kind}`, { made: run.made, changed: run.changed, unchanged: run.unchanged })}
        action={again}
      />
    );
  async function confirm() {
    await write(
      async () => (await client.mutate({ mutation: CONFIRM_BUDGET_IMPORT, variables: { id } })).data?.confirmBudgetImport,
    );
    await refetch();
  }
  return (
    <>
      <p>
        <strong>{run.fileName}</strong>
      </p>
      <ul className={styles.counts} aria-label={t('intake.tables.outcomes')}>
        {COUNTS.filter(([, count]) => run[count] > 0).map(([which, count]) => (
          <li key={which}>
            <button
              type="button"
              aria-pressed={does === which}
              onClick={() => {
                setDoes(does === which ? null : which);
                setSkip(0);
              }}
            >
              <strong>{run[count]}</strong> {t(`intake.tables.${compares ? 'compares' : 'does'}.${which}`)}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={run.wrong > 0 ? styles.error : styles.help}>
        {compares
          ? t(run.wrong > 0 ? 'intake.tables.differ' : 'intake.tables.same')
          : t(run.wrong > 0 ? 'intake.tables.mend' : 'intake.tables.ready')}
      </p>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div className={styles.buttons}>
        {compares ? null : (
          <Button disabled={busy || run.wrong > 0 || run.made + run.changed === 0} onClick={() => void confirm()}>
            {t(busy ? 'intake.busy' : 'intake.tables.confirm', { count: run.made + run.changed })}
          </Button>
        )}
        {again}
      </div>
      <TableRows rows={run.rows} compares={compares} />
      {total > PAGE ? (
        <div className={styles.foot}>
          <span role="status">{t('intake.showing', { shown: Math.min(skip + PAGE, total), total })}</span>
          <Button variant="default" disabled={skip === 0} onClick={() => setSkip(Math.max(0, skip - PAGE))}>
            {t('intake.tables.previous')}
          </Button>
          <Button variant="default" disabled={skip + PAGE >= total} onClick={() => setSkip(skip + PAGE)}>
            {t('intake.tables.following')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
