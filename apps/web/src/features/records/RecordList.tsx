import { fieldOf, SHAPES } from '@karavaan/domain';
import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { SelectField } from '../../ui/SelectField.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { COLUMNS, LISTS, recordAddress, type ManagedKind } from './record-addresses.js';
import { MANAGED_RECORDS, type ManagedRecord } from './records.graphql.js';
import styles from './records.module.css';
import { useValueText } from './useValueText.js';

const PAGE = 25;
const STATES = { actief: 'ACTIVE', voorbij: 'ENDED', alles: null } as const;

/** The records of a kind: searched, filtered, sorted and paged by the server; what is asked stands in the address. */
export function RecordList({ kind }: { kind: ManagedKind }) {
  const { t } = useTranslation();
  const text = useText();
  const say = useValueText();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('zoek') ?? '');
  const chosen = params.get('toon');
  const shown = chosen !== null && chosen in STATES ? (chosen as keyof typeof STATES) : 'actief';
  const sort = { key: params.get('orde') ?? COLUMNS[kind][0]!, down: params.get('af') === '1' };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(MANAGED_RECORDS, {
    variables: { kind, text: params.get('zoek'), state: STATES[shown], sort: sort.key, down: sort.down, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const found = (data ?? (error ? undefined : previousData))?.managedRecords;
  const set = (changes: Record<string, string>) =>
    setParams((old) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value) old.set(name, value);
        else old.delete(name);
      }
      return old;
    });
  const search = (event: FormEvent) => {
    event.preventDefault();
    set({ zoek: typed.trim() });
  };
  const value = (record: ManagedRecord, key: string) => record.values.find(({ field }) => field === key)?.value ?? null;
  const add = (
    <LinkButton to={recordAddress(kind, 'nieuw')} leftSection={<Icon name="plus" size={18} />}>
      {t('records.add')}
    </LinkButton>
  );
  const bring = (
    <LinkButton variant="default" to={`/beheer/invoer?soort=${kind}`} leftSection={<Icon name="list" size={18} />}>
      {t('records.bring')}
    </LinkButton>
  );
  return (
    <>
      <search>
        <form className={styles.filters} onSubmit={search}>
          <TextInput
            type="search"
            label={t('records.search')}
            leftSection={<Icon name="search" size={18} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => typed.trim() !== (params.get('zoek') ?? '') && set({ zoek: typed.trim() })}
          />
          <SelectField label={t('records.show')} value={shown} onChange={(next) => set({ toon: next === 'actief' ? '' : next })}>
            {Object.keys(STATES).map((state) => (
              <option key={state} value={state}>
                {t(`records.shows.${state}`)}
              </option>
            ))}
          </SelectField>
          <div className={styles.buttons}>
            {add}
            {bring}
          </div>
        </form>
      </search>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={8} height={48} /> : null}
      {found?.edges.length === 0 ? (
        <EmptyState text={t(params.get('zoek') ? 'records.noneFound' : 'records.none')} action={bring} />
      ) : null}
      {found && found.edges.length > 0 ? (
        <>
          <ListBar
            list={LISTS[kind]}
            variables={{ text: params.get('zoek'), state: STATES[shown], sort: sort.key, down: sort.down }}
          />
          <DataTable
            caption={text(SHAPES[kind].names)}
            rows={found.edges.map(({ node }) => node as ManagedRecord)}
            rowKey={({ id }) => id}
            sort={sort}
            onSort={({ key, down }) => set({ orde: key, af: down ? '1' : '' })}
            columns={[
              ...COLUMNS[kind].map((key, at) => ({
                key,
                header: text(fieldOf(kind, key)!.label),
                sortable: true,
                render: (record: ManagedRecord) => {
                  const words = value(record, key) === null ? '' : say(fieldOf(kind, key), value(record, key));
                  return at === 0 ? <Link to={recordAddress(kind, record.id)}>{words}</Link> : words;
                },
              })),
              {
                key: 'state',
                header: t('records.state'),
                render: ({ active }: ManagedRecord) => (
                  <span className={styles.tag}>
                    <StatusTag tone={active ? 'green' : 'grey'}>{t(active ? 'records.active' : 'records.ended')}</StatusTag>
                  </span>
                ),
              },
            ]}
          />
          <div className={styles.foot}>
            <span role="status">{t('records.showing', { shown: found.edges.length, total: found.totalCount })}</span>
            {found.pageInfo.hasNextPage ? (
              <Button
                variant="default"
                disabled={loading}
                onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
              >
                {t(loading ? 'records.busy' : 'records.more')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}
