import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { SelectField } from '../../ui/SelectField.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { FilesField } from './FilesField.js';
import { INCOMING_INVOICES, type Incoming } from './intake.graphql.js';
import styles from './intake.module.css';
import { moneyOf } from './money.js';
import { UploadOutcomes } from './UploadOutcomes.js';
import { useUploads } from './useUploads.js';

const PAGE = 25;
const SHOWN = { wacht: ['PARKED'], geboekt: ['BOOKED'], opzij: ['DISMISSED'], alles: null } as const;
const TONES: Record<Incoming['state'], Tone> = { PARKED: 'yellow', BOOKED: 'green', DISMISSED: 'grey' };

/** E-invoices: bring some, and see which ones wait for what. */
export function EInvoices() {
  const { t } = useTranslation();
  const format = useFormat();
  const { viewer } = useViewer();
  const mayWrite = viewerMay(viewer, 'budget.write');
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('zoek') ?? '');
  const asked = params.get('toon') ?? '';
  const shown = asked in SHOWN ? (asked as keyof typeof SHOWN) : 'wacht';
  const sort = { key: params.get('orde') ?? 'createdAt', down: params.get('af') !== '0' };
  const variables = {
    filter: { states: SHOWN[shown] === null ? null : [...SHOWN[shown]] },
    text: params.get('zoek'),
    sort: { by: sort.key, descending: sort.down },
  };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(INCOMING_INVOICES, {
    variables: { ...variables, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { uploads, busy, bring } = useUploads('e-invoices', () => void refetch());
  const found = (data ?? (error ? undefined : previousData))?.incomingInvoices;
  const set = (changes: Record<string, string>) =>
    setParams((old) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value) old.set(name, value);
        else old.delete(name);
      }
      return old;
    });
  return (
    <>
      {mayWrite ? (
        <section className={styles.group} aria-labelledby="bring">
          <h2 id="bring">{t('intake.bring')}</h2>
          <FilesField
            label={t('intake.choose')}
            help={t('intake.help')}
            accept=".xml,application/xml,text/xml"
            disabled={busy}
            onFiles={(files) => void bring(files)}
          />
          <UploadOutcomes uploads={uploads} />
        </section>
      ) : null}
      <search>
        <form
          className={styles.filters}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            set({ zoek: typed.trim() });
          }}
        >
          <TextInput
            type="search"
            label={t('intake.search')}
            leftSection={<Icon name="search" size={18} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => typed.trim() !== (params.get('zoek') ?? '') && set({ zoek: typed.trim() })}
          />
          <SelectField label={t('intake.show')} value={shown} onChange={(next) => set({ toon: next === 'wacht' ? '' : next })}>
            {Object.keys(SHOWN).map((each) => (
              <option key={each} value={each}>
                {t(`intake.shows.${each}`)}
              </option>
            ))}
          </SelectField>
        </form>
      </search>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={6} height={48} /> : null}
      {found?.edges.length === 0 ? (
        <EmptyState text={t(params.get('zoek') ? 'intake.noneFound' : `intake.none.${shown}`)} />
      ) : null}
      {found && found.edges.length > 0 ? (
        <>
          <ListBar list="e-facturen" variables={variables} />
          <DataTable
            caption={t('intake.title')}
            rows={found.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            sort={sort}
            onSort={({ key, down }) => set({ orde: key, af: down ? '1' : '0' })}
            columns={[
              {
                key: 'supplier',
                header: t('intake.supplier'),
                sortable: true,
                render: ({ id, supplierName }) => <Link to={`/budget/e-facturen/${id}`}>{supplierName || '?'}</Link>,
              },
              {
                key: 'number',
                header: t('intake.number'),
                sortable: true,
                render: ({ number, content }) => (content.kind === 'CREDIT_NOTE' ? t('intake.creditNote', { number }) : number),
              },
              {
                key: 'issuedOn',
                header: t('intake.issuedOn'),
                sortable: true,
                render: ({ issuedOn }) => (issuedOn ? format.dayNumeric(issuedOn) : ''),
              },
              {
                key: 'payable',
                header: t('intake.amount'),
                align: 'right',
                sortable: true,
                render: ({ payableCents, content }) => moneyOf(payableCents, content.currency, format.euro),
              },
              {
                key: 'state',
                header: t('intake.waitsFor'),
                render: ({ state, reason }) => (
                  <span className={styles.tag}>
                    <StatusTag tone={reason === 'WRONG' ? 'red' : TONES[state]}>
                      {reason ? t(`intake.reason.${reason}`) : t(`intake.state.${state}`)}
                    </StatusTag>
                  </span>
                ),
              },
            ]}
          />
          <div className={styles.foot}>
            <span role="status">{t('intake.showing', { shown: found.edges.length, total: found.totalCount })}</span>
            {found.pageInfo.hasNextPage ? (
              <Button
                variant="default"
                disabled={loading}
                onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
              >
                {t('intake.more')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}
