import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { dayOf } from '@karavaan/domain';
import { useMemo, useState } from 'react';
import { useTiles } from '../../graphql/settings.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { DateField } from '../../ui/DateField.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useText } from '../../ui/i18n/useText.js';
import { ProvinceMap } from '../../ui/map/ProvinceMap.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { KIT_PLACES, SITES } from './sites.graphql.js';
import styles from './SitesOverview.module.css';

/** All sites on a map and in a list, with the kits that stand there on a day. */
export function SitesOverview() {
  const { t } = useTranslation();
  const tiles = useTiles();
  const text = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  const [typed, setTyped] = useState('');
  const day = params.get('dag') ?? today;
  const { data, error, refetch } = useQuery(SITES, { variables: { text: null } });
  const { data: places } = useQuery(KIT_PLACES, { variables: { date: day } });
  const kits = useMemo(() => Map.groupBy(places?.kitPlaces ?? [], (place) => place.site.id), [places]);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={120} />;
  const wanted = typed.trim().toLowerCase();
  const sites = data.sites.edges
    .map(({ node }) => node)
    .filter((site) =>
      [site.name, site.town, site.postcode, site.organisation.name].some((word) => word.toLowerCase().includes(wanted)),
    );
  return (
    <>
      <PageHeading title={t('sites.title')} lead={t('sites.lead', { count: data.sites.totalCount })} />
      <div className={styles.columns}>
        <div>
          <div className={styles.filters}>
            <TextInput
              type="search"
              label={t('sites.search')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <DateField
              label={t('sites.day')}
              value={day}
              required
              onChange={(next) => next && setParams({ dag: next }, { replace: true })}
            />
          </div>
          <p role="status" className="visually-hidden">
            {t('sites.found', { count: sites.length })}
          </p>
          <ul className={styles.list}>
            {sites.map((site) => (
              <li key={site.id}>
                <h2>
                  <Link to={`/locaties/${encodeURIComponent(site.code)}`}>{site.name}</Link>
                </h2>
                <p>
                  {[site.street, `${site.postcode} ${site.town}`].filter(Boolean).join(', ')} · {t(`sites.kind.${site.kind}`)}
                </p>
                {kits.has(site.id) ? (
                  <p className={styles.kits}>
                    {t('sites.kitsHere', { count: kits.get(site.id)!.length })}:{' '}
                    {kits
                      .get(site.id)!
                      .map((place) => `${text(place.unit.model.name)} (${place.unit.code})`)
                      .join(', ')}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
          <ListBar foot list="locaties" variables={{ text: typed.trim() || null }} />
        </div>
        <div className={styles.map}>
          <ProvinceMap
            label={t('sites.mapLabel')}
            className={styles.frame}
            pins={sites.map((site) => ({
              id: site.code,
              latitude: site.latitude,
              longitude: site.longitude,
              name: kits.has(site.id) ? `${site.name}: ${t('sites.kitsHere', { count: kits.get(site.id)!.length })}` : site.name,
              approximate: site.positionQuality === 'TOWN',
              off: !kits.has(site.id),
              ...(kits.has(site.id) ? { number: kits.get(site.id)!.length } : {}),
            }))}
            onPin={(code) => void navigate(`/locaties/${encodeURIComponent(code)}`)}
            tiles={tiles}
            legend={<span>{t('sites.legend')}</span>}
          />
        </div>
      </div>
    </>
  );
}
