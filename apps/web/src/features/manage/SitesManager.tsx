import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { useTiles } from '../../graphql/settings.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Icon } from '../../ui/icons.js';
import type { Point } from '../../ui/map/map-types.js';
import { ProvinceMap } from '../../ui/map/ProvinceMap.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { MANAGED_SITES, MOVE_SITE, type ManagedSite } from './manage.graphql.js';
import { MoveSiteDialog } from './MoveSiteDialog.js';
import { SiteList } from './SiteList.js';
import styles from './SitesManager.module.css';

/** Degrees to each side: about five kilometres. */
const NEAR = { latitude: 0.045, longitude: 0.07 };

/** Sites that are known only to their town, put where they really are: drag the point, or type its coordinates. */
export function SitesManager() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const toast = useToast();
  const tiles = useTiles();
  const { data, error, refetch } = useQuery(MANAGED_SITES);
  const [typed, setTyped] = useState('');
  const [onlyTown, setOnlyTown] = useState(true);
  // The chosen site with the place that its point is drawn at; a new object draws it anew.
  const [at, setAt] = useState<({ id: string } & Point) | null>(null);
  const [moved, setMoved] = useState<{ id: string; to: Point } | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  const selected = at?.id ?? null;
  const all = useMemo(() => data?.sites.edges.map(({ node }) => node) ?? [], [data]);
  const wanted = typed.trim().toLowerCase();
  const sites = useMemo(
    () =>
      all.filter(
        (site) =>
          (!onlyTown || site.positionQuality === 'TOWN' || site.id === selected) &&
          [site.name, site.town, site.postcode, site.organisation.name].some((word) => word.toLowerCase().includes(wanted)),
      ),
    [all, onlyTown, wanted, selected],
  );
  const chosen = all.find(({ id }) => id === selected) ?? null;
  const pending = moved && moved.id === chosen?.id ? moved.to : null;

  const choose = useCallback(
    (id: string) => {
      const site = all.find((each) => each.id === id);
      if (!site) return;
      setAt({ id, latitude: site.latitude, longitude: site.longitude });
      setMoved(null);
      setRefusal(null);
    },
    [all],
  );
  const drop = useCallback((id: string, to: Point) => setMoved({ id, to }), []);
  // The chosen point alone can be dragged: the others keep apart and stay where they are. Where it was dragged to is no
  // part of this: drawing it anew would take the focus from a point that the arrow keys move.
  const pins = useMemo(
    () =>
      sites.map((site) => {
        const pin = { id: site.id, name: `${site.name}, ${site.town}`, approximate: site.positionQuality === 'TOWN' };
        const { latitude, longitude } = at?.id === site.id ? at : site;
        return at?.id === site.id
          ? { ...pin, latitude, longitude, selected: true, draggable: true, label: site.name }
          : { ...pin, latitude, longitude };
      }),
    [sites, at],
  );
  // Some kilometres around the chosen one, to put it precisely.
  const fit = useMemo(
    () =>
      at
        ? [-1, 1].map((side) => ({
            latitude: at.latitude + side * NEAR.latitude,
            longitude: at.longitude + side * NEAR.longitude,
          }))
        : [],
    [at],
  );
  const side = useRef<HTMLDivElement>(null);

  /** On a phone the map stands above the list. */
  function chooseInList(id: string) {
    choose(id);
    side.current?.scrollIntoView({ block: 'nearest' });
  }

  function putBack() {
    setMoved(null);
    setAt(at && { ...at });
  }

  async function save(site: ManagedSite, to: Point): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    setFailed(null);
    try {
      const before = { latitude: site.latitude, longitude: site.longitude };
      const exact = site.positionQuality === 'EXACT';
      const { data: saved } = await client.mutate({ mutation: MOVE_SITE, variables: { id: site.id, ...to } });
      const result = saved?.moveSite;
      if (result?.__typename === 'Refusal') {
        setRefusal(result);
        return false;
      }
      setMoved(null);
      setAt({ id: site.id, ...to });
      toast({
        text: t('manage.sites.saved', { name: site.name }),
        // Back to an approximate point is no measured place: undoing is only for one that was exact.
        ...(exact ? { undo: () => void client.mutate({ mutation: MOVE_SITE, variables: { id: site.id, ...before } }) } : {}),
      });
      return true;
    } catch (error_) {
      setFailed(error_);
      return false;
    } finally {
      setBusy(false);
    }
  }

  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={120} />;
  const approximate = all.filter(({ positionQuality }) => positionQuality === 'TOWN').length;
  const edited = all.find(({ id }) => id === editing);
  return (
    <div className={styles.columns}>
      <div>
        <div className={styles.filters}>
          <TextInput
            type="search"
            label={t('manage.sites.search')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <label className={styles.check}>
            <input type="checkbox" checked={onlyTown} onChange={(event) => setOnlyTown(event.currentTarget.checked)} />
            {t('manage.sites.onlyTown', { count: approximate })}
          </label>
        </div>
        {sites.length === 0 ? (
          <EmptyState text={t(approximate === 0 && !wanted ? 'manage.sites.allExact' : 'manage.sites.none')} />
        ) : null}
        <SiteList sites={sites} selected={selected} onChoose={chooseInList} onType={setEditing} />
      </div>
      <div ref={side} className={styles.side}>
        <div className={styles.panel} role="status">
          {chosen && pending ? (
            <>
              <p>
                <Icon name="pin" />
                <span>
                  {t('manage.sites.movedTo', {
                    name: chosen.name,
                    latitude: pending.latitude.toFixed(5),
                    longitude: pending.longitude.toFixed(5),
                  })}
                </span>
              </p>
              <div className={styles.buttons}>
                <Button color="yellow" disabled={busy} onClick={() => void save(chosen, pending)}>
                  {busy ? t('manage.busy') : t('manage.sites.save')}
                </Button>
                <Button variant="default" disabled={busy} onClick={putBack}>
                  {t('manage.sites.back')}
                </Button>
              </div>
            </>
          ) : (
            <p>
              <Icon name="info" />
              <span>{chosen ? t('manage.sites.drag', { name: chosen.name }) : t('manage.sites.pick')}</span>
            </p>
          )}
          {refusal && !editing ? <RefusalView refusal={refusal} /> : null}
          {failed && !editing ? <ErrorState error={failed} /> : null}
        </div>
        <div className={styles.map}>
          <ProvinceMap
            label={t('manage.sites.map')}
            className={styles.frame ?? ''}
            pins={pins}
            fit={fit}
            onPin={choose}
            onPinMoved={drop}
            tiles={tiles}
          />
        </div>
      </div>
      <MoveSiteDialog
        key={editing}
        site={edited ?? null}
        busy={busy}
        refusal={refusal}
        failed={failed}
        onClose={() => {
          setEditing(null);
          setRefusal(null);
          setFailed(null);
        }}
        onSave={async (site, to) => {
          if (await save(site, to)) setEditing(null);
        }}
      />
    </div>
  );
}
