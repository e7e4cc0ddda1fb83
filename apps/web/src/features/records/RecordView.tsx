import { fieldOf } from '@karavaan/domain';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { ENTITIES, recordAddress, type ManagedKind } from './record-addresses.js';
import { RecordForm } from './RecordForm.js';
import { RecordHistory } from './RecordHistory.js';
import { MANAGED_RECORD, type ManagedRecord } from './records.graphql.js';
import styles from './records.module.css';

/** One record: its form, and under it who changed what. */
export function RecordView({ kind, id }: { kind: ManagedKind; id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(MANAGED_RECORD, { variables: { kind, id }, fetchPolicy: 'cache-and-network' });
  // A form that is filled with another version begins anew.
  const [reloaded, setReloaded] = useState(0);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={6} height={70} />;
  const record = data.managedRecord as ManagedRecord | null;
  if (!record)
    return <EmptyState text={t('records.gone')} action={<LinkButton to={recordAddress(kind)}>{t('records.back')}</LinkButton>} />;
  return (
    <>
      <div className={styles.named}>
        <p>{record.title}</p>
        <StatusTag tone={record.active ? 'green' : 'grey'}>{t(record.active ? 'records.active' : 'records.ended')}</StatusTag>
      </div>
      <RecordForm
        key={reloaded}
        kind={kind}
        record={record}
        onReload={() => void refetch().then(() => setReloaded((count) => count + 1))}
      />
      <section aria-labelledby="history" className={styles.group}>
        <h2 id="history">{t('records.history.title')}</h2>
        <RecordHistory entity={ENTITIES[kind]} id={id} fieldOf={(key) => fieldOf(kind, key)} />
      </section>
    </>
  );
}
