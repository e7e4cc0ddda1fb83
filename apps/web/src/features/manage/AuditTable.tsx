import { useQuery } from '@apollo/client/react';
import { Button, Input, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { hasText, useTranslation } from '../../ui/i18n/texts.js';
import { useSearchParams } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { Icon } from '../../ui/icons.js';
import { useFormat } from '../../ui/useFormat.js';
import { AuditChanges } from './AuditChanges.js';
import { AUDIT_TRAIL } from './manage.graphql.js';
import styles from './manage.module.css';

const PAGE = 50;
const ENTITIES = [
  'reservation',
  'occupancy',
  'equipment_unit',
  'equipment_model',
  'site',
  'organisation',
  'person',
  'access_request',
];

/** Every write, newest first: who, what, when, and the fields before and after. The filters stand in the address. */
export function AuditTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('zoek') ?? '');
  const entity = ENTITIES.find((name) => name === params.get('soort')) ?? null;
  const entityId = params.get('id');
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(AUDIT_TRAIL, {
    variables: { first: PAGE, entity, entityId, text: params.get('zoek') },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const found = (data ?? (error ? undefined : previousData))?.auditTrail;
  const set = (name: string, value: string) =>
    setParams((old) => {
      if (value) old.set(name, value);
      else old.delete(name);
      return old;
    });
  /** A name of the program as people say it; the name itself where the catalogue knows none. */
  const say = (group: 'action' | 'entity', name: string) => {
    const key = `manage.audit.${group}.${name.replaceAll('.', '_')}`;
    return hasText(key) ? t(key) : name;
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    set('zoek', typed.trim());
  };
  return (
    <>
      <search>
        <form className={styles.filters} onSubmit={search}>
          <TextInput
            type="search"
            label={t('manage.audit.search')}
            leftSection={<Icon name="search" size={18} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => typed.trim() !== (params.get('zoek') ?? '') && set('zoek', typed.trim())}
          />
          <Input.Wrapper label={t('manage.audit.about')} id={`${id}-entity`}>
            <select
              id={`${id}-entity`}
              className={styles.select}
              value={entity ?? ''}
              onChange={(event) => set('soort', event.currentTarget.value)}
            >
              <option value="">{t('manage.audit.everything')}</option>
              {ENTITIES.map((name) => (
                <option key={name} value={name}>
                  {say('entity', name)}
                </option>
              ))}
            </select>
          </Input.Wrapper>
          {entityId ? (
            <Button variant="default" leftSection={<Icon name="close" size={18} />} onClick={() => set('id', '')}>
              {t('manage.audit.notOnlyThis')}
            </Button>
          ) : null}
        </form>
      </search>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={8} height={48} /> : null}
      {found?.edges.length === 0 ? <EmptyState text={t('manage.audit.none')} /> : null}
      {found && found.edges.length > 0 ? (
        <>
          <ListBar list="spoor" variables={{ entity, entityId, text: params.get('zoek') }} />
          <DataTable
            caption={t('manage.audit.title')}
            rows={found.edges.map(({ node }) => node)}
            rowKey={(entry) => entry.id}
            columns={[
              { key: 'at', header: t('manage.audit.at'), render: (entry) => format.instant(entry.at) },
              {
                key: 'who',
                header: t('manage.audit.who'),
                render: (entry) => (
                  <span>
                    {entry.actorName ?? t('manage.audit.program')}
                    {entry.actorRole ? <span className={styles.muted}> {t(`people.role.${entry.actorRole}`)}</span> : null}
                  </span>
                ),
              },
              {
                key: 'what',
                header: t('manage.audit.what'),
                render: (entry) => (
                  <span>
                    {say('action', entry.action)}{' '}
                    <button
                      type="button"
                      className={styles.open}
                      onClick={() => setParams({ soort: entry.entity, id: entry.entityId })}
                    >
                      {say('entity', entry.entity)} {entry.entityId.slice(0, 8)}
                      <span className="visually-hidden">, {t('manage.audit.onlyThis')}</span>
                    </button>
                  </span>
                ),
              },
              { key: 'changes', header: t('manage.audit.changes'), render: (entry) => <AuditChanges changes={entry.changes} /> },
            ]}
          />
          <div className={styles.foot}>
            <span role="status">{t('manage.showing', { shown: found.edges.length, total: found.totalCount })}</span>
            {found.pageInfo.hasNextPage ? (
              <Button
                variant="default"
                disabled={loading}
                onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
              >
                {loading ? t('manage.busy') : t('manage.more')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}
