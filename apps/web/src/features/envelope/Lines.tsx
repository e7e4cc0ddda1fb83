import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ListFoot } from '../../ui/list/ListFoot.js';
import { SearchBox } from '../../ui/list/SearchBox.js';
import { useAsked } from '../../ui/list/useAsked.js';
import { SelectField } from '../../ui/SelectField.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { LINES } from './envelope.graphql.js';
import type { BudgetLinesQuery } from '../../graphql/generated/graphql.js';
import styles from './envelope.module.css';
import { basisPoints, FIGURES, postingsOf, sumOf, type FigureName } from './figures.js';
import { useEnvelopes } from './useEnvelopes.js';

const PAGE = 25;
const RUBRICS = ['INVESTMENT', 'PERSONNEL', 'OPERATIONS', 'OVERHEAD', 'EXTERNAL', 'PROMOTION'] as const;
const FULL = 9_000;
type Line = BudgetLinesQuery['budgetLines']['edges'][number]['node'];

/** All budget lines with every stage; what is asked stands in the address, and what is shown can leave as a file. */
export function Lines() {
  const { t } = useTranslation();
  const format = useFormat();
  const { envelopes } = useEnvelopes();
  const { params, set, sort, onSort, asked } = useAsked('code', false);
  const envelope = envelopes?.find(({ code }) => code === params.get('enveloppe'));
  const rubric = RUBRICS.find((each) => each === params.get('rubriek')) ?? null;
  const full = params.get('toon') === 'vol';
  const variables = {
    filter: { envelopeId: envelope?.id ?? null, rubric, usedFrom: full ? FULL : null },
    ...asked,
  };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(LINES, {
    variables: { ...variables, first: PAGE },
    skip: params.has('enveloppe') && !envelopes,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const found = (data ?? (error ? undefined : previousData))?.budgetLines;
  const rows = found?.edges.map(({ node }) => node) ?? [];
  const money = (name: FigureName): Column<Line> => ({
    key: name,
    header: t(`envelope.stage.${name}`),
    align: 'right',
    sortable: name === 'budget' || name === 'left',
    render: ({ id, amounts }) => <Link to={postingsOf(name, { lijn: id })}>{format.euro(amounts[name])}</Link>,
  });
  return (
    <>
      <SearchBox label={t('envelope.lines.search')} value={params.get('zoek') ?? ''} onSearch={(zoek) => set({ zoek })}>
        <SelectField label={t('envelope.envelope')} value={envelope?.code ?? ''} onChange={(enveloppe) => set({ enveloppe })}>
          <option value="">{t('envelope.all')}</option>
          {envelopes?.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('envelope.by.rubriek')} value={rubric ?? ''} onChange={(rubriek) => set({ rubriek })}>
          <option value="">{t('envelope.all')}</option>
          {RUBRICS.map((each) => (
            <option key={each} value={each}>
              {t(`envelope.rubric.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('envelope.lines.show')} value={full ? 'vol' : ''} onChange={(toon) => set({ toon })}>
          <option value="">{t('envelope.all')}</option>
          <option value="vol">{t('envelope.lines.full')}</option>
        </SelectField>
      </SearchBox>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={8} height={48} /> : null}
      {found && rows.length === 0 ? <EmptyState text={t('envelope.lines.none')} /> : null}
      {found && rows.length > 0 ? (
        <>
          <ListBar list="budgetlijnen" variables={variables} />
          <div className={styles.wide}>
            <DataTable
              caption={t('envelope.lines.title')}
              rows={rows}
              rowKey={({ id }) => id}
              sort={sort}
              onSort={onSort}
              columns={[
                {
                  key: 'code',
                  header: t('envelope.by.lijn'),
                  sortable: true,
                  render: ({ code, name, rubric: of, agreement, amounts }) => {
                    const used = basisPoints(amounts.committed, amounts.budget);
                    return (
                      <span className={styles.named}>
                        <strong>{name}</strong>
                        <span className={styles.code}>
                          {code} · {t(`envelope.rubric.${of}`)} · {agreement.code}
                        </span>
                        {used > FULL ? (
                          <StatusTag tone="yellow">
                            {t('envelope.lines.used', { percent: format.number(used / 100, 1) })}
                          </StatusTag>
                        ) : null}
                      </span>
                    );
                  },
                },
                ...FIGURES.map(money),
              ]}
              total={{
                code: t(found.pageInfo.hasNextPage ? 'envelope.lines.sumShown' : 'envelope.total'),
                ...Object.fromEntries(FIGURES.map((name) => [name, format.euro(sumOf(rows, name))])),
              }}
            />
          </div>
          <ListFoot
            shown={rows.length}
            total={found.totalCount}
            loading={loading}
            onMore={found.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: found.pageInfo.endCursor } }) : null}
          />
        </>
      ) : null}
    </>
  );
}
