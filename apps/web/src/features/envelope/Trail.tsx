import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { isDay } from '@karavaan/domain';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DateField } from '../../ui/DateField.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { hasText, useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { ListFoot } from '../../ui/list/ListFoot.js';
import { SearchBox } from '../../ui/list/SearchBox.js';
import { useAsked } from '../../ui/list/useAsked.js';
import { SelectField } from '../../ui/SelectField.js';
import { useFormat } from '../../ui/useFormat.js';
import type { BudgetTrailQuery } from '../../graphql/generated/graphql.js';
import { TRAIL } from './envelope.graphql.js';
import styles from './envelope.module.css';
import { paperAddress } from './figures.js';

const PAGE = 50;
const ENTITIES = [
  'commitment',
  'invoice',
  'incoming_invoice',
  'payment',
  'bank_movement',
  'bank_statement',
  'claim',
  'claim_item',
  'transfer',
  'budget_version',
  'budget_line',
  'funding_agreement',
  'supplier',
  'asset',
  'cost_proposal',
  'tariff',
  'closed_month',
  'stand_in',
  'budget_import',
];
const PAGES: Record<string, string> = { invoice: 'INVOICE', commitment: 'COMMITMENT', claim: 'CLAIM' };
type Entry = BudgetTrailQuery['budgetTrail']['edges'][number]['node'];

/** Who wrote what to the budget and when, with the fields before and after. */
export function Trail() {
  const { t } = useTranslation();
  const format = useFormat();
  const { params, set } = useAsked('at', true);
  const entity = ENTITIES.find((each) => each === params.get('soort')) ?? null;
  const day = (name: string) => (isDay(params.get(name) ?? '') ? params.get(name) : null);
  const variables = { entity, entityId: params.get('id'), text: params.get('zoek'), from: day('van'), to: day('tot') };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(TRAIL, {
    variables: { ...variables, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const found = (data ?? (error ? undefined : previousData))?.budgetTrail;
  const say = (group: 'entity' | 'action', name: string) => {
    const key = `envelope.trail.${group}.${name.replaceAll('.', '_')}`;
    return hasText(key) ? t(key) : name;
  };
  const subject = ({ entity: kind, entityId }: Entry) => {
    const page = PAGES[kind] && paperAddress(PAGES[kind], entityId);
    const name = `${say('entity', kind)} ${entityId.slice(0, 8)}`;
    return page ? <Link to={page}>{name}</Link> : name;
  };
  return (
    <>
      <SearchBox label={t('envelope.trail.search')} value={params.get('zoek') ?? ''} onSearch={(zoek) => set({ zoek })}>
        <SelectField label={t('envelope.trail.about')} value={entity ?? ''} onChange={(soort) => set({ soort })}>
          <option value="">{t('envelope.all')}</option>
          {ENTITIES.map((name) => (
            <option key={name} value={name}>
              {say('entity', name)}
            </option>
          ))}
        </SelectField>
        <DateField label={t('envelope.from')} value={variables.from ?? null} onChange={(van) => set({ van: van ?? '' })} />
        <DateField label={t('envelope.to')} value={variables.to ?? null} onChange={(tot) => set({ tot: tot ?? '' })} />
        {variables.entityId ? (
          <Button variant="default" leftSection={<Icon name="close" size={18} />} onClick={() => set({ id: '' })}>
            {t('envelope.trail.notOnlyThis')}
          </Button>
        ) : null}
      </SearchBox>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={8} height={48} /> : null}
      {found?.edges.length === 0 ? <EmptyState text={t('envelope.trail.none')} /> : null}
      {found && found.edges.length > 0 ? (
        <>
          <ListBar list="budgetspoor" variables={variables} />
          <DataTable
            caption={t('envelope.trail.title')}
            rows={found.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            columns={[
              { key: 'at', header: t('envelope.trail.at'), render: ({ at }) => format.instant(at) },
              {
                key: 'who',
                header: t('envelope.trail.who'),
                render: ({ actorName, actorRole }) => (
                  <span className={styles.named}>
                    {actorName ?? t('envelope.postings.program')}
                    {actorRole ? <span className={styles.code}>{t(`people.role.${actorRole}`)}</span> : null}
                  </span>
                ),
              },
              { key: 'what', header: t('envelope.trail.what'), render: ({ action }) => say('action', action) },
              {
                key: 'subject',
                header: t('envelope.trail.subject'),
                render: (entry) => (
                  <span className={styles.named}>
                    {subject(entry)}
                    <Link className={styles.code} to={`/budget/spoor?id=${encodeURIComponent(entry.entityId)}`}>
                      {t('envelope.trail.onlyThis')}
                      <span className="visually-hidden"> {entry.entityId.slice(0, 8)}</span>
                    </Link>
                  </span>
                ),
              },
              { key: 'changes', header: t('envelope.trail.changes'), render: ({ changes }) => <Changes changes={changes} /> },
            ]}
          />
          <ListFoot
            shown={found.edges.length}
            total={found.totalCount}
            loading={loading}
            onMore={found.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: found.pageInfo.endCursor } }) : null}
          />
        </>
      ) : null}
    </>
  );
}

/** The changed fields as they are kept; of a personal one only that it changed. */
function Changes({ changes }: { changes: Entry['changes'] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <span className={styles.muted}>{t('envelope.trail.noFields')}</span>;
  return (
    <details className={styles.changes}>
      <summary>{t('envelope.trail.fields', { count: changes.length })}</summary>
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {before === null && after === null ? (
                t('envelope.trail.personal')
              ) : (
                <>
                  <del>{before ?? '∅'}</del> → <ins>{after ?? '∅'}</ins>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
