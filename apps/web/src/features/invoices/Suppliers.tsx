import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { Dialog } from '../../ui/Dialog.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { SUPPLIERS, type Supplier } from './invoices.graphql.js';
import styles from './invoices.module.css';
import { SearchBox } from '../../ui/list/SearchBox.js';
import { SupplierForm } from './SupplierForm.js';
import { useAsked } from '../../ui/list/useAsked.js';

const PAGE = 25;

/** Who may send invoices: known by enterprise or VAT number. */
export function Suppliers() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const mayWrite = viewerMay(viewer, 'budget.write');
  const { params, set, sort, onSort, asked } = useAsked('name', false);
  const [open, setOpen] = useState<Supplier | 'new' | null>(null);
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(SUPPLIERS, {
    variables: { ...asked, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const found = (data ?? (error ? undefined : previousData))?.suppliers;
  return (
    <>
      <SearchBox label={t('invoices.searchSupplier')} value={params.get('zoek') ?? ''} onSearch={(zoek) => set({ zoek })}>
        {mayWrite ? (
          <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setOpen('new')}>
            {t('invoices.addSupplier')}
          </Button>
        ) : null}
      </SearchBox>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={8} height={48} /> : null}
      {found?.edges.length === 0 ? <EmptyState text={t('invoices.noSuppliers')} /> : null}
      {found && found.edges.length > 0 ? (
        <>
          <ListBar list="leveranciers" variables={asked} />
          <DataTable
            caption={t('invoices.suppliers')}
            rows={found.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            sort={sort}
            onSort={onSort}
            columns={[
              { key: 'name', header: t('invoices.name'), sortable: true, render: ({ name }) => name },
              {
                key: 'enterpriseNumber',
                header: t('invoices.enterprise'),
                sortable: true,
                render: ({ enterpriseNumber, vatNumber }) => enterpriseNumber ?? vatNumber ?? '',
              },
              { key: 'iban', header: t('invoices.iban'), render: ({ iban }) => iban ?? '' },
              {
                key: 'active',
                header: t('invoices.state'),
                render: ({ active }) => (
                  <StatusTag tone={active ? 'green' : 'grey'}>{t(active ? 'invoices.active' : 'invoices.ended')}</StatusTag>
                ),
              },
              ...(mayWrite
                ? [
                    {
                      key: 'change',
                      header: '',
                      render: (supplier: Supplier) => (
                        <Button variant="default" onClick={() => setOpen(supplier)}>
                          {t('invoices.change')} <span className="visually-hidden">{supplier.name}</span>
                        </Button>
                      ),
                    },
                  ]
                : []),
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
      {open ? (
        <Dialog open title={t(open === 'new' ? 'invoices.addSupplier' : 'invoices.changeSupplier')} onClose={() => setOpen(null)}>
          <SupplierForm
            supplier={open === 'new' ? null : open}
            onDone={() => {
              setOpen(null);
              void refetch();
            }}
          />
        </Dialog>
      ) : null}
    </>
  );
}
