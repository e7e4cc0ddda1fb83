import { useQuery } from '@apollo/client/react';
import { Button, Input, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Link, useSearchParams } from 'react-router';
import type { CatalogueFilter } from '../../graphql/generated/graphql.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useText } from '../../ui/i18n/useText.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { Icon } from '../../ui/icons.js';
import { PageHeading } from '../../ui/PageHeading.js';
import styles from './CatalogueList.module.css';
import { CATALOGUE } from './equipment.graphql.js';

const PAGE = 24;
const NAMES = { domain: 'domein', mobility: 'reist', municipality: 'gemeente', text: 'zoek', group: 'groep' } as const;

/** Every model with what it is for; narrowed by facets that say how many there are. The choice stands in the address. */
export function CatalogueList() {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get(NAMES.text) ?? '');
  const mobility = params.get(NAMES.mobility);
  const group = Number(params.get(NAMES.group));
  const domain = params.get(NAMES.domain);
  const filter: CatalogueFilter = {
    text: params.get(NAMES.text),
    domains: domain ? [domain] : null,
    mobility: mobility === 'MOBILE' || mobility === 'FIXED' ? mobility : null,
    municipality: params.get(NAMES.municipality),
    groupSize: Number.isInteger(group) && group > 0 ? group : null,
  };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(CATALOGUE, {
    variables: { first: PAGE, filter },
    notifyOnNetworkStatusChange: true,
  });
  const found = (data ?? previousData)?.catalogue;
  const set = (name: string, value: string) =>
    setParams((old) => {
      if (value) old.set(name, value);
      else old.delete(name);
      return old;
    });
  const search = (event: FormEvent) => {
    event.preventDefault();
    set(NAMES.text, typed.trim());
  };
  const facet = (
    name: 'domain' | 'mobility' | 'municipality',
    values: readonly { value: string; count: number; label: { nl: string; fr: string; en: string } }[],
  ) => (
    <Input.Wrapper label={t(`equipment.${name}`)} id={`${id}-${name}`}>
      <select
        id={`${id}-${name}`}
        className={styles.select}
        value={params.get(NAMES[name]) ?? ''}
        onChange={(event) => set(NAMES[name], event.currentTarget.value)}
      >
        <option value="">{t('equipment.all')}</option>
        {values.map((each) => (
          <option key={each.value} value={each.value}>
            {text(each.label)} ({each.count})
          </option>
        ))}
      </select>
    </Input.Wrapper>
  );
  if (error && !found) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeading
        title={t('equipment.catalogue')}
        lead={found ? t('equipment.catalogueLead', { count: found.totalCount }) : ' '}
      />
      <search>
        <form className={styles.filters} onSubmit={search}>
          <TextInput
            label={t('equipment.search')}
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => set(NAMES.text, typed.trim())}
            leftSection={<Icon name="search" size={18} />}
          />
          {facet('domain', found?.facets.domains ?? [])}
          {facet('mobility', found?.facets.mobility ?? [])}
          {facet('municipality', found?.facets.municipalities ?? [])}
          <button type="submit" className="visually-hidden">
            {t('equipment.search')}
          </button>
        </form>
      </search>
      {!found ? <DelayedSkeleton count={6} height={150} /> : null}
      {found?.edges.length === 0 ? (
        <EmptyState
          van
          text={t('equipment.none')}
          action={
            <Button
              onClick={() => {
                setTyped('');
                setParams({});
              }}
            >
              {t('equipment.clear')}
            </Button>
          }
        />
      ) : null}
      <ul className={styles.cards} aria-busy={loading}>
        {found?.edges.map(({ node }) => (
          <li key={node.id} className={styles.card}>
            <KitDrawing name={node.drawing} size={96} />
            <div>
              <h2>
                <Link to={`/kits/${encodeURIComponent(node.code)}`}>{text(node.name)}</Link>
              </h2>
              <p>{text(node.promise)}</p>
              <p className={styles.meta}>
                {text(node.domain.name)} · {t(node.mobility === 'MOBILE' ? 'equipment.travels' : 'equipment.fixed')} ·{' '}
                {t(node.unitCount === 1 ? 'equipment.unit' : 'equipment.units', { count: node.unitCount })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {found?.pageInfo.hasNextPage ? (
        <p className={styles.more}>
          <Button
            variant="default"
            loading={loading}
            onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
          >
            {t('equipment.more')}
          </Button>
        </p>
      ) : null}
      {found ? (
        <ListBar foot list="modellen" variables={{ filter }} label={t('export.models')}>
          <ExportButton list="toestellen" variables={{ filter }} label={t('export.units')} />
        </ListBar>
      ) : null}
    </>
  );
}
