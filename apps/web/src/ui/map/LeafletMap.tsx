import 'leaflet/dist/leaflet.css';
import { use, useCallback } from 'react';
import { useTranslation } from '../i18n/texts.js';
import { Icon } from '../icons.js';
import { useText } from '../i18n/useText.js';
import { loadBaseMap } from './base-map.js';
import { drawBase } from './draw-base.js';
import { drawLegs } from './draw-legs.js';
import { drawPins } from './draw-pins.js';
import { drawArea, drawYou } from './draw-place.js';
import type { MapProps } from './map-types.js';
import styles from './ProvinceMap.module.css';
import { useLayer, useLeaflet, useView } from './useLeaflet.js';

type Draw = Parameters<typeof useLayer>[1];

const NONE: readonly never[] = [];

export default function LeafletMap(props: MapProps) {
  const {
    pins = NONE,
    legs = NONE,
    fit = NONE,
    you = null,
    highlight = null,
    circle = null,
    tiles = null,
    still = false,
  } = props;
  const { onPin, onPinMoved } = props;
  const { t } = useTranslation();
  const text = useText();
  const base = use(loadBaseMap());
  const { map, attach } = useLeaflet(base, still);
  const sea = t('ui.map.sea');
  const tileUrl = tiles?.url ?? null;

  useLayer(
    map,
    useCallback<Draw>((on, group) => drawBase(on, group, { base, sea, highlight, tileUrl }), [base, sea, highlight, tileUrl]),
  );
  useLayer(
    map,
    useCallback<Draw>((_, group) => drawArea(group, circle), [circle]),
  );
  useLayer(
    map,
    useCallback<Draw>((on, group) => drawLegs(on, group, legs), [legs]),
  );
  useLayer(
    map,
    useCallback<Draw>((on, group) => drawPins(on, group, pins, { onPin, onPinMoved }), [pins, onPin, onPinMoved]),
  );
  useLayer(
    map,
    useCallback<Draw>((_, group) => drawYou(group, you), [you]),
  );
  useView(map, base, fit);

  return (
    <>
      <div ref={attach} className={styles.map} />
      {still ? null : (
        <div className={styles.zoom}>
          <button type="button" aria-label={t('ui.map.zoomIn')} onClick={() => map?.zoomIn(1)}>
            <Icon name="plus" />
          </button>
          <button type="button" aria-label={t('ui.map.zoomOut')} onClick={() => map?.zoomOut(1)}>
            <Icon name="minus" />
          </button>
        </div>
      )}
      <p className={styles.caption}>{tiles ? <TileMakers {...tiles} /> : text(base.caption)}</p>
    </>
  );
}

/** Who made the tiles; OpenStreetMap asks for a link to its licence. */
function TileMakers({ attribution }: { attribution: string }) {
  const [before, after] = attribution.split('OpenStreetMap', 2);
  if (after === undefined) return attribution;
  return (
    <>
      {before}
      <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>
      {after}
    </>
  );
}
