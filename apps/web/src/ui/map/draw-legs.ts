import L from 'leaflet';
import type { MapLeg } from './map-types.js';
import styles from './ProvinceMap.module.css';

const BEND_PX = 20;
const STEPS = 24;

/** Bent dotted lines over a light halo; bent by the same number of pixels at every zoom. */
export function drawLegs(map: L.Map, group: L.LayerGroup, legs: readonly MapLeg[]): () => void {
  const draw = () => {
    group.clearLayers();
    for (const leg of legs) {
      const points = bend(map, leg);
      L.polyline(points, { className: styles.halo ?? '', interactive: false, smoothFactor: 0 }).addTo(group);
      L.polyline(points, { className: styles.leg ?? '', interactive: false, smoothFactor: 0 }).addTo(group);
    }
  };
  draw();
  map.on('zoomend', draw);
  return () => map.off('zoomend', draw);
}

/** A quadratic curve whose middle lies `BEND_PX` beside the straight line. */
function bend(map: L.Map, { from, to }: MapLeg): L.LatLng[] {
  const a = map.latLngToLayerPoint([from.latitude, from.longitude]);
  const b = map.latLngToLayerPoint([to.latitude, to.longitude]);
  const length = Math.max(1, a.distanceTo(b));
  const off = Math.min(BEND_PX, length / 4) * 2;
  const control = L.point((a.x + b.x) / 2 - ((b.y - a.y) / length) * off, (a.y + b.y) / 2 + ((b.x - a.x) / length) * off);
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    const s = 1 - t;
    const x = s * s * a.x + 2 * s * t * control.x + t * t * b.x;
    const y = s * s * a.y + 2 * s * t * control.y + t * t * b.y;
    return map.layerPointToLatLng([x, y]);
  });
}
