import { dayOf } from '@karavaan/domain';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { SelectField } from '../../ui/SelectField.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { INVOICES } from './invoices.graphql.js';
import styles from './invoices.module.css';
import { SearchBox } from '../../ui/list/SearchBox.js';
import { useAsked } from '../../ui/list/useAsked.js';

const PAGE = 25;
const SHOWN = {
  alles: {},
  'te-betalen': { unpaid: true },
  oud: { unpaidSinceDays: 30 },
  creditnotas: { kind: 'CREDIT_NOTE' as const },
};

/** Invoices and credit notes: searched, filtered, sorted and paged by the server; what is asked stands in the address. */
export function Invoices() {
  const { t } = useTranslation();
  const format = useFormat();
  const { viewer } = useViewer();
  const [today] = useState(() => dayOf(Date.now()));
  const { params, set, sort, onSort, asked } = useAsked('issuedOn', true);
  const chosen = params.get('toon') ?? '';
  const shown = chosen in SHOWN ? (chosen as keyof typeof SHOWN) : 'alles';
  const filter = {
    ...SHOWN[shown],
    lineId: params.get('lijn'),
    commitmentId: params.get('bestelling'),
    unitId: params.get('toestel'),
  };
  const variables = { filter, ...asked };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(INVOICES, {
    variables: { ...variables, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const found = (data ?? (error ? undefined : previousData))?.invoices;
  return (
    <>
      <SearchBox label={t('invoices.search')} value={params.get('zoek') ?? ''} onSearch={(zoek) => set({ zoek })}>
        <SelectField label={t('invoices.show')} value={shown} onChange={(next) => set({ toon: next === 'alles' ? '' : next })}>
          {Object.keys(SHOWN).map((each) => (
            <option key={each} value={each}>
              {t(`invoices.shows.${each}`)}
            </option>
          ))}
        </SelectField>
        {viewerMay(viewer, 'budget.write') ? (
          <LinkButton to="/budget/facturen/nieuw" leftSection={<Icon name="plus" size={18} />}>
            {t('invoices.enter')}
          </LinkButton>
        ) : null}
      </SearchBox>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={8} height={48} /> : null}
      {found?.edges.length === 0 ? <EmptyState text={t('invoices.none')} /> : null}
      {found && found.edges.length > 0 ? (
        <>
          <ListBar list="facturen" variables={variables} />
          <DataTable
            caption={t('invoices.title')}
            rows={found.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            sort={sort}
            onSort={onSort}
            columns={[
              {
                key: 'number',
                header: t('invoices.number'),
                sortable: true,
                render: ({ id, number }) => <Link to={`/budget/facturen/${id}`}>{number}</Link>,
              },
              { key: 'supplier', header: t('invoices.supplier'), sortable: true, render: ({ supplier }) => supplier.name },
              {
                key: 'issuedOn',
                header: t('invoices.issuedOn'),
                sortable: true,
                render: ({ issuedOn }) => format.dayNumeric(issuedOn),
              },
              {
                key: 'dueOn',
                header: t('invoices.dueOn'),
                sortable: true,
                render: ({ dueOn }) => (dueOn ? format.dayNumeric(dueOn) : ''),
              },
              {
                key: 'payable',
                header: t('invoices.amount'),
                align: 'right',
                sortable: true,
                render: ({ payableCents }) => format.euro(payableCents),
              },
              {
                key: 'unpaid',
                header: t('invoices.unpaid'),
                align: 'right',
                sortable: true,
                render: ({ unpaidCents }) => format.euro(unpaidCents),
              },
              {
                key: 'state',
                header: t('invoices.state'),
                render: ({ kind, takenBack, unpaidCents, dueOn }) => (
                  <span className={styles.tag}>
                    {takenBack ? (
                      <StatusTag tone="grey">{t('invoices.takenBack')}</StatusTag>
                    ) : kind === 'CREDIT_NOTE' ? (
                      <StatusTag tone="blue">{t('invoices.creditNote')}</StatusTag>
                    ) : unpaidCents === '0' ? (
                      <StatusTag tone="green">{t('invoices.paid')}</StatusTag>
                    ) : dueOn && dueOn < today ? (
                      <StatusTag tone="red">{t('invoices.late')}</StatusTag>
                    ) : (
                      <StatusTag tone="yellow">{t('invoices.toPay')}</StatusTag>
                    )}
                  </span>
                ),
              },
            ]}
          />
          <div className={styles.foot}>
            <span role="status">{t('invoices.showing', { shown: found.edges.length, total: found.totalCount })}</span>
            {found.pageInfo.hasNextPage ? (
              <Button
                variant="default"
                disabled={loading}
                onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
              >
                {t('invoices.more')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}
