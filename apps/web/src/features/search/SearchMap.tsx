import { useTranslation } from '../../ui/i18n/texts.js';
import { useTiles } from '../../graphql/settings.js';
import { useText } from '../../ui/i18n/useText.js';
import { ProvinceMap } from '../../ui/map/ProvinceMap.js';
import type { Found, FoundPlace } from './search.graphql.js';
import styles from './SearchMap.module.css';

type Props = { found: readonly Found[]; place: FoundPlace | null; chosen: number; onChoose: (at: number) => void };

/** Where the found kits stand, with the numbers of the list, and the way that the chosen one drives. */
export function SearchMap({ found, place, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const tiles = useTiles();
  const kit = found[chosen];
  const drives = place && kit && kit.verdict === 'REACHABLE' ? [{ from: kit.standsAt, to: place }] : [];
  return (
    <ProvinceMap
      label={t('search.mapLabel')}
      className={styles.map}
      pins={found.map((each, at) => ({
        id: each.unit.id,
        latitude: each.standsAt.latitude,
        longitude: each.standsAt.longitude,
        name: `${at + 1}. ${text(each.unit.model.name)}, ${each.standsAt.name}`,
        number: at + 1,
        off: each.verdict === 'UNAVAILABLE',
        selected: at === chosen,
      }))}
      you={place}
      legs={drives}
      highlight={place?.nis ?? null}
      onPin={(id) => onChoose(found.findIndex((each) => each.unit.id === id))}
      tiles={tiles}
      legend={
        drives.length ? (
          <span className={styles.leg}>
            <span aria-hidden="true" /> {t('search.legLegend', { number: chosen + 1 })}
          </span>
        ) : null
      }
    />
  );
}
