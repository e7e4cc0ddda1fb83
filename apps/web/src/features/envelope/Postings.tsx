import { useQuery } from '@apollo/client/react';
import { isDay } from '@karavaan/domain';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DateField } from '../../ui/DateField.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ListFoot } from '../../ui/list/ListFoot.js';
import { SearchBox } from '../../ui/list/SearchBox.js';
import { useAsked } from '../../ui/list/useAsked.js';
import { SelectField } from '../../ui/SelectField.js';
import { useFormat } from '../../ui/useFormat.js';
import { ONE_LINE, POSTING_SUM, POSTINGS } from './envelope.graphql.js';
import styles from './envelope.module.css';
import { FIGURES, paperAddress, STAGE_OF, type FigureName } from './figures.js';
import { useEnvelopes } from './useEnvelopes.js';

const PAGE = 50;
const NAMES: readonly FigureName[] = [...FIGURES, 'deducted'];

/** The journal: the postings that make a figure, each with the papers that it moved money between. */
export function Postings() {
  const { t } = useTranslation();
  const format = useFormat();
  const { envelopes } = useEnvelopes();
  const { params, set, sort, onSort, asked } = useAsked('id', true);
  const figure = NAMES.find((each) => each === params.get('cijfer')) ?? null;
  const envelope = envelopes?.find(({ code }) => code === params.get('enveloppe'));
  const agreement = envelopes?.flatMap(({ agreements }) => agreements).find(({ id }) => id === params.get('overeenkomst'));
  const day = (name: string) => (isDay(params.get(name) ?? '') ? params.get(name) : null);
  const filter = {
    envelopeId: envelope?.id ?? null,
    agreementId: params.get('overeenkomst'),
    lineId: params.get('lijn'),
    aboutId: params.get('stuk'),
    from: day('van'),
    to: day('tot'),
    ...(figure === 'left' ? { account: 'AVAILABLE' as const } : figure ? { through: STAGE_OF[figure] } : {}),
  };
  const variables = { filter, ...asked };
  const skip = params.has('enveloppe') && !envelopes;
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(POSTINGS, {
    variables: { ...variables, first: PAGE },
    skip,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { data: line } = useQuery(ONE_LINE, { variables: { id: filter.lineId ?? '' }, skip: !filter.lineId });
  const found = (data ?? (error ? undefined : previousData))?.postings;
  const about = [
    envelope?.name,
    agreement?.name,
    line?.budgetLine ? `${line.budgetLine.name} (${line.budgetLine.code})` : null,
    params.has('stuk') ? t('envelope.postings.onePaper') : null,
  ].filter(Boolean);
  return (
    <>
      <SearchBox label={t('envelope.postings.search')} value={params.get('zoek') ?? ''} onSearch={(zoek) => set({ zoek })}>
        <SelectField label={t('envelope.postings.figure')} value={figure ?? ''} onChange={(cijfer) => set({ cijfer })}>
          <option value="">{t('envelope.postings.everything')}</option>
          {NAMES.map((name) => (
            <option key={name} value={name}>
              {t(`envelope.stage.${name}`)}
            </option>
          ))}
        </SelectField>
        <DateField label={t('envelope.from')} value={filter.from ?? null} onChange={(van) => set({ van: van ?? '' })} />
        <DateField label={t('envelope.to')} value={filter.to ?? null} onChange={(tot) => set({ tot: tot ?? '' })} />
      </SearchBox>
      {about.length > 0 ? (
        <p className={styles.about}>
          {t('envelope.postings.about', { what: about.join(', ') })}{' '}
          <Link to="/budget/boekingen">{t('envelope.postings.whole')}</Link>
        </p>
      ) : null}
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={8} height={48} /> : null}
      {found?.edges.length === 0 ? <EmptyState text={t('envelope.postings.none')} /> : null}
      {found && found.edges.length > 0 ? (
        <>
          <ListBar list="journaal" variables={variables}>
            {figure && !skip ? <Sum figure={figure} filter={filter} text={asked.text} /> : null}
          </ListBar>
          <div className={styles.wide}>
            <DataTable
              caption={t('envelope.postings.title')}
              rows={found.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              sort={sort}
              onSort={onSort}
              columns={[
                { key: 'id', header: t('envelope.postings.number'), sortable: true, render: ({ id }) => id },
                {
                  key: 'bookedOn',
                  header: t('envelope.postings.bookedOn'),
                  sortable: true,
                  render: ({ bookedOn }) => format.dayNumeric(bookedOn),
                },
                {
                  key: 'kind',
                  header: t('envelope.postings.kind'),
                  render: ({ kind, reverses }) => (
                    <span className={styles.named}>
                      {t(`envelope.kind.${kind}`)}
                      {reverses ? (
                        <span className={styles.code}>{t('envelope.postings.reverses', { number: reverses })}</span>
                      ) : null}
                    </span>
                  ),
                },
                {
                  key: 'line',
                  header: t('envelope.by.lijn'),
                  render: ({ line: on }) => (
                    <Link to={`/budget/boekingen?lijn=${on.id}`} title={on.name}>
                      {on.code}
                    </Link>
                  ),
                },
                {
                  key: 'way',
                  header: t('envelope.postings.way'),
                  render: ({ fromAccount, toAccount }) =>
                    `${t(`envelope.account.${fromAccount}`)} → ${t(`envelope.account.${toAccount}`)}`,
                },
                {
                  key: 'cents',
                  header: t('envelope.postings.amount'),
                  align: 'right',
                  sortable: true,
                  render: ({ cents }) => format.euro(cents),
                },
                {
                  key: 'papers',
                  header: t('envelope.postings.paper'),
                  render: ({ from, to }) => <Papers papers={[from, to]} />,
                },
                {
                  key: 'by',
                  header: t('envelope.postings.by'),
                  render: ({ createdBy }) => createdBy ?? t('envelope.postings.program'),
                },
              ]}
            />
          </div>
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

type Paper = { kind: string; id: string; label: string } | null;

/** What money came from and went to; the same paper is named once. */
function Papers({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation();
  const named = papers.filter((paper): paper is NonNullable<Paper> => paper !== null);
  const each = named.filter((paper, at) => named.findIndex(({ id }) => id === paper.id) === at);
  return (
    <span className={styles.named}>
      {each.map(({ kind, id, label }) => {
        const address = paperAddress(kind, id);
        const text = t(`envelope.paper.${kind}`, { label });
        return address ? (
          <Link key={id} to={address}>
            {text}
          </Link>
        ) : (
          <span key={id}>{text}</span>
        );
      })}
    </span>
  );
}

/** All that was found, added up: the figure itself. */
function Sum({ figure, filter, text }: { figure: FigureName; filter: object; text: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const through = figure === 'left' ? 'AVAILABLE' : STAGE_OF[figure];
  const sum = useQuery(POSTING_SUM, {
    variables: { through, filter, text },
    fetchPolicy: 'cache-and-network',
    skip: figure === 'left',
  });
  const total = sum.data?.postingSum;
  if (total === undefined) return null;
  return (
    <p className={styles.sum} role="status">
      {t('envelope.postings.sum', { figure: t(`envelope.stage.${figure}`), amount: format.euro(total) })}
    </p>
  );
}
