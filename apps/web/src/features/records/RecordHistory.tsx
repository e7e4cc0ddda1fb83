import type { Field } from '@karavaan/domain';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { hasText, useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import { RECORD_HISTORY, type HistoryEntry } from './records.graphql.js';
import styles from './records.module.css';
import { useValueText } from './useValueText.js';

const PAGE = 20;

type FieldOf = (key: string) => Field | undefined;
type Props = {
  /** as the audit trail calls it */
  entity: string;
  id: string;
  fieldOf: FieldOf;
};

/** Who changed what and when, newest first, in words. */
export function RecordHistory({ entity, id, fieldOf }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, loading, refetch, fetchMore } = useQuery(RECORD_HISTORY, {
    variables: { entity, entityId: id, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={60} />;
  const { edges, pageInfo } = data.auditTrail;
  if (edges.length === 0) return <EmptyState text={t('records.history.none')} />;
  return (
    <>
      <ol className={styles.history}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <p>
              <strong>{node.actorName ?? t('records.history.program')}</strong> {actionText(node.action, t)}
              <span className={styles.when}>{format.instant(node.at)}</span>
            </p>
            <Changes fieldOf={fieldOf} entry={node} />
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage ? (
        <Button variant="default" disabled={loading} onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>
          {t(loading ? 'records.busy' : 'records.more')}
        </Button>
      ) : null}
    </>
  );
}

function actionText(action: string, t: (key: string) => string): string {
  const key = `manage.audit.action.${action.replaceAll('.', '_')}`;
  return hasText(key) ? t(key) : action;
}

function Changes({ fieldOf, entry }: { fieldOf: FieldOf; entry: HistoryEntry }) {
  const { t } = useTranslation();
  const text = useText();
  const say = useValueText();
  if (entry.changes.length === 0) return null;
  return (
    <ul>
      {entry.changes.map(({ field: key, before, after }) => {
        const field = fieldOf(key);
        const label = field ? text(field.label) : key;
        if (before === null && after === null) return <li key={key}>{t('records.history.personal', { field: label })}</li>;
        return (
          <li key={key}>
            {before === null
              ? t('records.history.set', { field: label, after: say(field, after) })
              : t('records.history.changed', { field: label, before: say(field, before), after: say(field, after) })}
          </li>
        );
      })}
    </ul>
  );
}
