import { useQuery } from '@apollo/client/react';
import { CombinedGraphQLErrors } from '@apollo/client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Icon } from '../../ui/icons.js';
import { Link } from 'react-router';
import { ResultCard } from './ResultCard.js';
import { SearchMap } from './SearchMap.js';
import { SEARCH } from './search.graphql.js';
import styles from './SearchResults.module.css';
import { unitAddress } from './unit-address.js';
import type { Search } from './useSearch.js';

const PAGE = 10;

/** The list and the map, with the same numbers. */
export function SearchResults({ search }: { search: Search }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  const [view, setView] = useState<'list' | 'map'>('list');
  const { from, to, domain, text, onlyFree, postcode, site, beside } = search.search;
  const { data, loading, error, fetchMore, refetch } = useQuery(SEARCH, {
    variables: {
      first: PAGE,
      input: {
        firstDay: from,
        lastDay: to,
        siteId: search.siteId,
        postcode: search.siteId ? null : postcode,
        domain,
        text,
        onlyFree: onlyFree || null,
      },
    },
    skip: !search.ready,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  if (error && !data)
    return unknownPlace(error) ? (
      <EmptyState text={t('search.unknownPlace')} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  const found = data?.availability;
  if (!found) return <DelayedSkeleton count={4} height={150} />;
  const nodes = found.edges.map(({ node }) => node);
  const heading =
    found.freeCount === 0
      ? t('search.found.none')
      : found.place
        ? t('search.found.near', { count: found.freeCount, place: found.place.name })
        : t('search.found.all', { count: found.freeCount });
  const setOnlyFree = (free: boolean) => search.set({ ...search.search, onlyFree: free });

  const siteCode = found.place?.site?.code ?? site;

  return (
    <div className={styles.results} data-view={view}>
      <section className={styles.list} aria-labelledby="results-heading" aria-busy={loading}>
        <div className={styles.head}>
          <h2 id="results-heading" role="status">
            {heading}
          </h2>
          <div className={styles.tools}>
            <Button
              variant={onlyFree ? 'light' : 'default'}
              aria-pressed={onlyFree}
              leftSection={onlyFree ? <Icon name="check" size={18} /> : <Icon name="filter" size={18} />}
              onClick={() => setOnlyFree(!onlyFree)}
            >
              {t('search.onlyFree')}
            </Button>
            <div className={styles.switch} role="group" aria-label={t('search.view')}>
              {(['list', 'map'] as const).map((each) => (
                <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
                  <Icon name={each === 'list' ? 'list' : 'map'} size={18} /> {t(`search.${each}`)}
                </button>
              ))}
            </div>
          </div>
        </div>
        {beside.length > 0 ? (
          <p className={styles.adding}>
            {t('search.adding', { codes: beside.join(', ') })}{' '}
            <Link to={unitAddress(beside.at(-1)!, { first: from, last: to, siteCode, beside: beside.slice(0, -1) })}>
              {t('search.stopAdding')}
            </Link>
          </p>
        ) : null}
        {found.place ? null : <p className={styles.hint}>{t('search.noPlace')}</p>}
        {nodes.length === 0 ? (
          <EmptyState
            van
            text={t('search.emptyText')}
            action={<Button onClick={() => setOnlyFree(false)}>{t('search.showAll')}</Button>}
          />
        ) : (
          <ol className={styles.cards} aria-label={t('search.results')}>
            {nodes.map((node, at) => (
              <ResultCard
                key={node.unit.id}
                number={at + 1}
                found={node}
                days={{ first: from, last: to }}
                siteCode={siteCode}
                beside={beside}
                placeName={found.place?.name ?? null}
                chosen={at === chosen}
                onChoose={() => setChosen(at)}
              />
            ))}
          </ol>
        )}
        <div className={styles.foot}>
          <span>{t('search.showing', { shown: nodes.length, total: found.totalCount })}</span>
          {found.pageInfo.hasNextPage ? (
            <Button
              variant="default"
              loading={loading}
              onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
            >
              {t('search.more')}
            </Button>
          ) : null}
        </div>
      </section>
      <div className={styles.map}>
        <SearchMap found={nodes} place={found.place} chosen={chosen} onChoose={setChosen} />
      </div>
    </div>
  );
}

function unknownPlace(error: unknown): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.some((each) => each.extensions?.['reason'] === 'NOT_FOUND');
}
