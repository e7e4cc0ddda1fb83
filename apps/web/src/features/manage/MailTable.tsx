import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { Dialog } from '../../ui/Dialog.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { MailLook } from './MailLook.js';
import { MAILS, type OutboxMail } from './manage.graphql.js';
import styles from './manage.module.css';

const TONES: Record<OutboxMail['state'], Tone> = { QUEUED: 'yellow', SENT: 'green', FAILED: 'red', KEPT: 'blue' };
const PAGE = 50;

/** The outbox, newest first; without a mail server this is where mails are read. */
export function MailTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<OutboxMail | null>(null);
  const { data, loading, error, refetch, fetchMore } = useQuery(MAILS, {
    variables: { first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={6} height={56} />;
  const { edges, totalCount, pageInfo } = data.mails;
  if (edges.length === 0) return <EmptyState van text={t('manage.mails.none')} />;
  return (
    <>
      <ListBar list="mails" />
      <DataTable
        caption={t('manage.mails.title')}
        rows={edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', header: t('manage.mails.at'), render: (mail) => format.instant(mail.createdAt) },
          { key: 'to', header: t('manage.mails.to'), render: (mail) => <span className={styles.break}>{mail.to}</span> },
          {
            key: 'subject',
            header: t('manage.mails.subject'),
            render: (mail) => (
              <button type="button" className={styles.open} onClick={() => setOpen(mail)}>
                {mail.subject}
              </button>
            ),
          },
          {
            key: 'state',
            header: t('manage.mails.state'),
            render: (mail) => (
              <span>
                <StatusTag tone={TONES[mail.state]}>{t(`manage.mails.is.${mail.state}`)}</StatusTag>
              </span>
            ),
          },
          { key: 'tries', header: t('manage.mails.tries'), render: (mail) => mail.attempts || '' },
        ]}
      />
      <div className={styles.foot}>
        <span>{t('manage.showing', { shown: edges.length, total: totalCount })}</span>
        {pageInfo.hasNextPage ? (
          <Button
            variant="default"
            disabled={loading}
            onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
          >
            {loading ? t('manage.busy') : t('manage.more')}
          </Button>
        ) : null}
      </div>
      <Dialog open={open !== null} title={open?.subject ?? ''} onClose={() => setOpen(null)}>
        {open ? (
          <>
            <dl className={styles.facts}>
              <dt>{t('manage.mails.to')}</dt>
              <dd>{open.to}</dd>
              <dt>{t('manage.mails.state')}</dt>
              <dd>
                {t(`manage.mails.is.${open.state}`)}
                {open.sentAt ? `, ${format.instant(open.sentAt)}` : null}
                {open.attempts > 0 ? ` (${t('manage.mails.attempts', { count: open.attempts })})` : null}
              </dd>
              {open.lastError ? (
                <>
                  <dt>{t('manage.mails.error')}</dt>
                  <dd>{open.lastError}</dd>
                </>
              ) : null}
            </dl>
            <MailLook mail={open} />
          </>
        ) : null}
      </Dialog>
    </>
  );
}
