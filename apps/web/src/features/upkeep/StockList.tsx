import { useMutation, useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { amountOf } from './amount-of.js';
import { COUNT_STOCK, STOCKS, type StockView } from './upkeep.graphql.js';
import styles from './upkeep.module.css';
import { useVerb } from './useVerb.js';
import { VerbOutcome } from './VerbOutcome.js';

/** What there is of what loans use up; the low first. */
export function StockList() {
  const { t } = useTranslation();
  const text = useText();
  const { data, error, refetch } = useQuery(STOCKS, { fetchPolicy: 'cache-and-network' });
  const stocks = data?.consumableStocks;
  return (
    <>
      {error && !stocks ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!stocks && !error ? <DelayedSkeleton count={6} height={56} /> : null}
      {stocks?.length === 0 ? <EmptyState van text={t('upkeep.stock.none')} /> : null}
      {stocks && stocks.length > 0 ? <ListBar list="verbruik" /> : null}
      {stocks && stocks.length > 0 ? (
        <DataTable
          caption={t('upkeep.tab.stock')}
          rows={stocks}
          rowKey={(stock) => stock.id}
          columns={[
            {
              key: 'state',
              header: t('upkeep.due.state'),
              render: (stock) => (
                <span>
                  <StatusTag tone={stock.low ? 'red' : 'green'}>
                    {t(stock.low ? 'upkeep.stock.low' : 'upkeep.stock.enough')}
                  </StatusTag>
                </span>
              ),
            },
            { key: 'what', header: t('upkeep.stock.what'), render: (stock) => text(stock.consumable.name) },
            {
              key: 'where',
              header: t('upkeep.stock.where'),
              render: (stock) =>
                stock.unit ? (
                  <Link to={`/toestel/${encodeURIComponent(stock.unit.code)}`}>{stock.unit.code}</Link>
                ) : (
                  `${stock.site?.name}, ${stock.site?.town}`
                ),
            },
            { key: 'count', header: t('upkeep.stock.count'), render: (stock) => <Count stock={stock} /> },
          ]}
        />
      ) : null}
    </>
  );
}

function Count({ stock }: { stock: StockView }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const [count] = useMutation(COUNT_STOCK, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  const [typed, setTyped] = useState(format.number(stock.quantity, 2));
  const amount = amountOf(typed);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (amount === null) return;
    const variables = {
      consumableId: stock.consumable.id,
      quantity: amount,
      unitId: stock.unit?.id ?? null,
      siteId: stock.site?.id ?? null,
    };
    if (await run(async () => (await count({ variables })).data!.countStock)) toast({ text: t('upkeep.stock.done') });
  }
  return (
    <form className={styles.count} onSubmit={(event) => void submit(event)}>
      <TextInput
        aria-label={`${t('upkeep.stock.count')}: ${text(stock.consumable.name)} ${stock.unit?.code ?? stock.site?.name}`}
        inputMode="decimal"
        value={typed}
        error={amount === null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <span className={styles.muted}>
        {stock.consumable.measure} {t('upkeep.stock.least', { amount: format.number(stock.consumable.lowBelow, 2) })}
      </span>
      {amount !== null && amount !== stock.quantity ? (
        <Button type="submit" size="sm" loading={busy}>
          {t('upkeep.save')}
        </Button>
      ) : null}
      <VerbOutcome refusal={refusal} failed={failed} />
    </form>
  );
}
