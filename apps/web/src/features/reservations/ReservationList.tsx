import { useQuery } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useLive } from '../../graphql/live/useLive.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Link, useSearchParams } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { FIGURE, FIGURE_PARAMS, filterOf, orderOf, SCOPES, TABS, tabOf } from './list-filter.js';
import { ReservationRowCard } from './ReservationRowCard.js';
import { RESERVATIONS } from './list.graphql.js';
import styles from './ReservationList.module.css';

const PAGE = 20;
/** The largest page that the server gives. */
const MOST_AT_ONCE = 100;

/** Reservations by tab, with a search and whose they are; all of it stands in the address. */
export function ReservationList({ anyScope, ownOrganisationId }: { anyScope: boolean; ownOrganisationId: string }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  const tab = tabOf(params);
  const filter = filterOf(params, today, anyScope);
  const [typed, setTyped] = useState(params.get('zoek') ?? '');
  // Another address (back, a link) fills in its own text.
  const [seen, setSeen] = useState(params.get('zoek'));
  if (seen !== params.get('zoek')) {
    setSeen(params.get('zoek'));
    setTyped(params.get('zoek') ?? '');
  }
  const { client, data, previousData, loading, error, refetch, fetchMore } = useQuery(RESERVATIONS, {
    variables: { filter, order: orderOf(tab), first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  // While another list is fetched the one before stays; when that fails, it does not pass for the answer.
  const found = (data ?? (error ? undefined : previousData))?.reservations;
  // As many as are shown, so that a list one has paged through does not shrink; the cache tells this screen.
  useLive({ RESERVATION: 'any' }, () =>
    client.query({
      query: RESERVATIONS,
      variables: { filter, order: orderOf(tab), first: Math.min(Math.max(PAGE, found?.edges.length ?? 0), MOST_AT_ONCE) },
      fetchPolicy: 'network-only',
    }),
  );
  const more = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;

  const set = (name: string, value: string | null) =>
    setParams((old) => {
      if (value) old.set(name, value);
      else old.delete(name);
      return old;
    });
  const search = (event: FormEvent) => {
    event.preventDefault();
    set('zoek', typed.trim());
  };
  const rows = found?.edges.map(({ node }) => node) ?? [];
  const scopes = Object.keys(SCOPES).filter((name) => anyScope || name !== 'alle');
  const scope = scopes.find((name) => name === params.get('wie')) ?? scopes[0];

  return (
    <>
      <div className={styles.tools}>
        <nav className={styles.tabs} aria-label={t('reservations.list.tabs')}>
          {(tab === FIGURE ? [...TABS, FIGURE] : TABS).map((each) => (
            <Link key={each} to={{ search: tabSearch(params, each) }} aria-current={each === tab ? 'page' : undefined}>
              {t(`reservations.list.${each}`)}
            </Link>
          ))}
        </nav>
        <search className={styles.filters}>
          <form onSubmit={search}>
            <TextInput
              type="search"
              aria-label={t('reservations.list.search')}
              placeholder={t('reservations.list.searchHint')}
              leftSection={<Icon name="search" size={18} />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={() => typed.trim() !== (params.get('zoek') ?? '') && set('zoek', typed.trim())}
            />
          </form>
          <select
            className={styles.select}
            aria-label={t('reservations.list.whose')}
            value={scope}
            onChange={(event) => set('wie', event.currentTarget.value === scopes[0] ? null : event.currentTarget.value)}
          >
            {scopes.map((name) => (
              <option key={name} value={name}>
                {t(`reservations.list.scope.${name}`)}
              </option>
            ))}
          </select>
        </search>
      </div>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={5} height={92} /> : null}
      {found ? (
        <>
          <ListBar list="reservaties" variables={{ filter, order: orderOf(tab) }}>
            <p className={styles.count} role="status">
              {tab === FIGURE ? `${t('reservations.list.figure')} ` : ''}
              {t('reservations.list.found', { count: found.totalCount })}
            </p>
          </ListBar>
          {rows.length === 0 && !loading ? (
            <EmptyState
              van
              text={t(filter.text ? 'reservations.list.noneFound' : `reservations.list.none.${tab}`)}
              action={<LinkButton to="/">{t('reservations.list.searchKit')}</LinkButton>}
            />
          ) : null}
          <ul className={styles.rows} aria-busy={loading}>
            {rows.map((row) => (
              <ReservationRowCard key={row.id} row={row} showOrganisation={row.organisation.id !== ownOrganisationId} />
            ))}
          </ul>
          <div className={styles.foot}>
            {more ? (
              <Button variant="default" disabled={loading} onClick={() => void fetchMore({ variables: { after: more } })}>
                {loading ? t('reservations.busy') : t('reservations.list.more')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}

function tabSearch(params: URLSearchParams, tab: string): string {
  const next = new URLSearchParams(params);
  // The other tabs have no use for what a figure counts.
  if (tab !== FIGURE) for (const name of FIGURE_PARAMS) next.delete(name);
  if (tab === TABS[0]) next.delete('toon');
  else next.set('toon', tab);
  return next.toString();
}
