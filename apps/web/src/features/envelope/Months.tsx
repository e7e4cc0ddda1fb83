import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { addDays, nextMonth } from '@karavaan/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import type { BudgetMonthsQuery } from '../../graphql/generated/graphql.js';
import { CLOSE_MONTH, MONTHS } from './envelope.graphql.js';
import styles from './envelope.module.css';
import { postingsOf } from './figures.js';

type Month = BudgetMonthsQuery['budgetMonths'][number];
const FIGURES = ['committed', 'invoiced', 'paid', 'claimed', 'certified'] as const;
const SHOWN = 24;

/** The months with what moved in each; a month that is over can be closed, and those before it with it. */
export function Months() {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const { viewer } = useViewer();
  const { data, error, refetch } = useQuery(MONTHS, { variables: { envelopeId: null }, fetchPolicy: 'cache-and-network' });
  const [close] = useMutation(CLOSE_MONTH, { refetchQueries: [MONTHS], awaitRefetchQueries: true });
  const [asked, setAsked] = useState<Month | null>(null);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [all, setAll] = useState(false);
  const months = data?.budgetMonths;
  const may = viewerMay(viewer, 'budget.write');
  const open = months?.filter(({ closed }) => !closed) ?? [];

  async function run() {
    if (!asked) return;
    setRefusal(null);
    setFailed(null);
    try {
      const { data: answer } = await close({ variables: { month: asked.month } });
      if (answer?.closeMonth.__typename === 'Refusal') setRefusal(answer.closeMonth);
      else {
        toast({ text: t('envelope.months.done', { month: format.month(asked.month) }) });
        setAsked(null);
      }
    } catch (caught) {
      setFailed(caught);
    }
  }

  const money = (name: (typeof FIGURES)[number]): Column<Month> => ({
    key: name,
    header: t(`envelope.stage.${name}`),
    align: 'right',
    render: (month) => (
      <Link to={postingsOf(name, { van: month.month, tot: addDays(nextMonth(month.month), -1) })}>
        {format.euro(month[name])}
      </Link>
    ),
  });
  return (
    <>
      {error && !months ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!months && !error ? <DelayedSkeleton count={8} height={48} /> : null}
      {months?.length === 0 ? <EmptyState text={t('envelope.months.none')} /> : null}
      {months && months.length > 0 ? (
        <>
          <ListBar list="budgetmaanden" variables={{ envelopeId: null }}>
            {t('envelope.months.open', { count: open.length, month: format.month(open.at(-1)?.month ?? months[0]!.month) })}
          </ListBar>
          <div className={styles.wide}>
            <DataTable
              caption={t('envelope.months.title')}
              rows={all ? months : months.slice(0, SHOWN)}
              rowKey={({ month }) => month}
              columns={[
                { key: 'month', header: t('envelope.months.month'), render: ({ month }) => format.month(month) },
                ...FIGURES.map(money),
                {
                  key: 'state',
                  header: t('envelope.months.state'),
                  render: ({ closed, closedAt, closedBy, closable }) =>
                    closed ? (
                      <span className={styles.named}>
                        <StatusTag tone="grey" icon="lock">
                          {t('envelope.months.closed')}
                        </StatusTag>
                        {closedAt ? (
                          <span className={styles.code}>
                            {format.instant(closedAt)} {closedBy}
                          </span>
                        ) : null}
                      </span>
                    ) : (
                      <StatusTag tone={closable ? 'yellow' : 'green'}>
                        {t(closable ? 'envelope.months.over' : 'envelope.months.running')}
                      </StatusTag>
                    ),
                },
                ...(may
                  ? [
                      {
                        key: 'do',
                        header: t('envelope.months.action'),
                        render: (month: Month) =>
                          month.closable ? (
                            <Button variant="default" onClick={() => setAsked(month)}>
                              {t('envelope.months.close')}
                              <span className="visually-hidden"> {format.month(month.month)}</span>
                            </Button>
                          ) : null,
                      },
                    ]
                  : []),
              ]}
            />
          </div>
          {months.length > SHOWN ? (
            <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
              {t(all ? 'envelope.months.fewer' : 'envelope.months.all', { number: months.length })}
            </Button>
          ) : null}
        </>
      ) : null}
      <ConfirmDialog
        open={asked !== null}
        title={t('envelope.months.confirmTitle', { month: asked ? format.month(asked.month) : '' })}
        confirmLabel={t('envelope.months.close')}
        onConfirm={run}
        onClose={() => {
          setAsked(null);
          setRefusal(null);
          setFailed(null);
        }}
      >
        <p>{t('envelope.months.confirm')}</p>
        {refusal ? <RefusalView refusal={refusal} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
      </ConfirmDialog>
    </>
  );
}
