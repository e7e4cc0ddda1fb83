import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DataTable } from '../../ui/DataTable.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { useFormat } from '../../ui/useFormat.js';
import { ALERTS, LEDGER_CHECK, VERIFY_LEDGER } from './envelope.graphql.js';
import styles from './envelope.module.css';

/** Whether every balance is what its postings make it: an alarm when not, and a check whenever somebody wants one. */
export function LedgerStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const { viewer } = useViewer();
  const { data } = useQuery(LEDGER_CHECK, { fetchPolicy: 'cache-and-network' });
  const [verify] = useMutation(VERIFY_LEDGER, { refetchQueries: [LEDGER_CHECK, ALERTS], awaitRefetchQueries: true });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  if (!data) return null;
  const check = data.ledgerCheck;
  async function run() {
    setBusy(true);
    setFailed(null);
    try {
      await verify();
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  }
  const wrong = check && !check.clean;
  return (
    <section
      className={styles.strip}
      data-state={wrong ? 'wrong' : check ? undefined : 'never'}
      aria-label={t('envelope.ledger.title')}
    >
      <p role={wrong ? 'alert' : 'status'}>
        <Icon name={wrong ? 'warning' : check ? 'shield' : 'info'} size={20} />
        <span>
          {!check
            ? t('envelope.ledger.never')
            : t(wrong ? 'envelope.ledger.wrong' : 'envelope.ledger.right', {
                when: format.instant(check.at),
                postings: format.number(Number(check.postings)),
                count: check.differences.length,
              })}
        </span>
      </p>
      {viewerMay(viewer, 'budget.write') ? (
        <Button variant="default" disabled={busy} onClick={() => void run()}>
          {t(busy ? 'envelope.busy' : 'envelope.ledger.verify')}
        </Button>
      ) : null}
      {failed ? <ErrorState error={failed} onRetry={() => void run()} /> : null}
      {wrong ? (
        <DataTable
          caption={t('envelope.ledger.differences')}
          rows={check.differences}
          rowKey={({ what, id, account }) => `${what} ${id} ${account}`}
          columns={[
            { key: 'what', header: t('envelope.ledger.what'), render: ({ what }) => t(`envelope.ledger.whats.${what}`) },
            { key: 'id', header: t('envelope.ledger.id'), render: ({ id }) => id },
            { key: 'account', header: t('envelope.ledger.account'), render: ({ account }) => account },
            { key: 'kept', header: t('envelope.ledger.kept'), align: 'right', render: ({ kept }) => format.euro(kept) },
            {
              key: 'rebuilt',
              header: t('envelope.ledger.rebuilt'),
              align: 'right',
              render: ({ rebuilt }) => format.euro(rebuilt),
            },
          ]}
        />
      ) : null}
    </section>
  );
}
