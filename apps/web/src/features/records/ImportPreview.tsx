import { SHAPES } from '@karavaan/domain';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RowDoes } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { ColumnMapping } from './ColumnMapping.js';
import { ImportRows } from './ImportRows.js';
import { CONFIRM_IMPORT, IMPORT_RUN, MAP_IMPORT } from './imports.graphql.js';
import { kindOfSlug, recordAddress } from './record-addresses.js';
import styles from './records.module.css';

const PAGE = 50;
const COUNTS = [
  ['WRONG', 'wrong'],
  ['NEW', 'made'],
  ['CHANGED', 'changed'],
  ['UNCHANGED', 'unchanged'],
] as const;

/** What each row of a file would do. Nothing is written before it is confirmed, and then all of it or nothing. */
export function ImportPreview({ id }: { id: string }) {
  const { t } = useTranslation();
  const text = useText();
  const client = useApolloClient();
  const [does, setDoes] = useState<RowDoes | null>(null);
  const [skip, setSkip] = useState(0);
  const { data, previousData, error, refetch } = useQuery(IMPORT_RUN, {
    variables: { id, does, first: PAGE, skip },
    fetchPolicy: 'cache-and-network',
  });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const run = (data ?? previousData)?.importRun;
  if (error && !run) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (run === undefined) return <DelayedSkeleton count={6} height={56} />;
  const again = (
    <LinkButton variant="default" to={`/beheer/invoer${run ? `?soort=${run.kind}` : ''}`}>
      {t('records.import.again')}
    </LinkButton>
  );
  if (run === null) return <EmptyState text={t('records.import.gone')} action={again} />;
  const total = run.made + run.changed + run.unchanged + run.wrong;

  async function write(work: () => Promise<{ __typename?: string } | undefined>) {
    setBusy(true);
    setRefusal(null);
    setFailed(null);
    try {
      const result = await work();
      if (result?.__typename === 'Refusal') setRefusal(result as unknown as RefusalParts);
      await refetch();
    } catch (error_) {
      setFailed(error_);
    } finally {
      setBusy(false);
    }
  }
  const confirm = () =>
    write(async () => (await client.mutate({ mutation: CONFIRM_IMPORT, variables: { id } })).data?.confirmImport);
  const map = (mapping: string[]) =>
    write(async () => (await client.mutate({ mutation: MAP_IMPORT, variables: { id, mapping } })).data?.mapImport);

  if (run.state === 'DONE') {
    const managed = run.kind !== 'PACKING_LIST' && kindOfSlug(recordAddress(run.kind).split('/').at(-1));
    return (
      <EmptyState
        van
        title={t('records.import.doneTitle')}
        text={t('records.import.done', { made: run.made, changed: run.changed, unchanged: run.unchanged })}
        action={managed ? <LinkButton to={recordAddress(run.kind)}>{text(SHAPES[run.kind].names)}</LinkButton> : again}
      />
    );
  }
  const stale = refusal?.reasons.some(({ code }) => code === 'STATE_CHANGED');
  return (
    <>
      <p className={styles.lead}>
        <strong>{run.fileName}</strong>, {t('records.import.rows', { count: total })}
      </p>
      <ColumnMapping run={run} busy={busy} onMap={(mapping) => void map(mapping)} />
      {run.missing.length === 0 ? (
        <>
          <ul className={styles.counts} aria-label={t('records.import.outcomes')}>
            {COUNTS.map(([which, count]) => (
              <li key={which}>
                <button
                  type="button"
                  aria-pressed={does === which}
                  onClick={() => {
                    setDoes(does === which ? null : which);
                    setSkip(0);
                  }}
                >
                  <strong>{run[count]}</strong> {t(`records.import.does.${which}`)}
                </button>
              </li>
            ))}
          </ul>
          <p role="status" className={run.wrong > 0 ? styles.error : styles.help}>
            {run.wrong > 0 ? t('records.import.mend', { count: run.wrong }) : t('records.import.ready')}
          </p>
          {refusal ? <RefusalView refusal={refusal} title={stale ? t('records.import.stale') : undefined} /> : null}
          {failed ? <ErrorState error={failed} /> : null}
          <div className={styles.buttons}>
            {stale ? (
              <Button disabled={busy} onClick={() => void map(run.columns.map(({ field }) => field ?? ''))}>
                {t(busy ? 'records.busy' : 'records.import.renew')}
              </Button>
            ) : (
              <Button disabled={busy || run.wrong > 0 || run.made + run.changed === 0} onClick={() => void confirm()}>
                {busy
                  ? t('records.import.writing', { count: total })
                  : t('records.import.confirm', { count: run.made + run.changed })}
              </Button>
            )}
            {again}
          </div>
          <ImportRows kind={run.kind} rows={run.rows.rows} />
          <div className={styles.foot}>
            <span role="status">
              {t('records.import.page', {
                first: run.rows.total === 0 ? 0 : skip + 1,
                last: Math.min(skip + PAGE, run.rows.total),
                total: run.rows.total,
              })}
            </span>
            <Button variant="default" disabled={skip === 0} onClick={() => setSkip(Math.max(0, skip - PAGE))}>
              {t('records.import.previous')}
            </Button>
            <Button variant="default" disabled={skip + PAGE >= run.rows.total} onClick={() => setSkip(skip + PAGE)}>
              {t('records.import.following')}
            </Button>
          </div>
        </>
      ) : (
        <div className={styles.buttons}>{again}</div>
      )}
    </>
  );
}
