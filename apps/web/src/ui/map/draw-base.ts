import L from 'leaflet';
import type { BaseMap, LonLat } from './base-map.js';
import styles from './ProvinceMap.module.css';

type Base = {
  base: BaseMap;
  sea: string;
  highlight: string | null;
  tileUrl: string | null;
};

const latLngs = (ring: LonLat[]): L.LatLngTuple[] => ring.map(([lon, lat]) => [lat, lon]);

/** Sea, land, province, municipalities, roads and names; or tiles with only the highlighted municipality over them. */
export function drawBase(map: L.Map, group: L.LayerGroup, { base, sea, highlight, tileUrl }: Base): () => void {
  const shape = (rings: LonLat[][], className: string | undefined) =>
    L.polygon(rings.map(latLngs), { className: className ?? '', interactive: false, smoothFactor: 0.6 }).addTo(group);
  const line = (points: LonLat[], className: string | undefined) =>
    L.polyline(latLngs(points), { className: className ?? '', interactive: false, smoothFactor: 0.6 }).addTo(group);

  // Tile servers want to know which site asks, OpenStreetMap's serve nobody else; the page itself stays private.
  if (tileUrl) L.tileLayer(tileUrl, { maxZoom: 18, referrerPolicy: 'origin' }).addTo(group);
  else {
    shape(base.sea, styles.sea);
    for (const ring of base.land) shape([ring], styles.country);
    shape(base.province, styles.province);
  }
  const chosen = base.municipalities.find(({ nis }) => nis === highlight);
  if (chosen) shape(chosen.rings, styles.highlight);
  if (tileUrl) return () => undefined;

  for (const { rings } of base.municipalities) shape(rings, styles.municipality);
  for (const road of base.roads) {
    line(road.line, styles.road);
    label([road.badge[1], road.badge[0]], road.name, styles.badge).addTo(group);
  }
  label([base.seaLabel.lat, base.seaLabel.lon], sea, styles.seaName, `rotate(${-base.seaLabel.angle}deg)`).addTo(group);
  return drawTowns(map, group, base.towns);
}

/** Small towns get their name only where there is room for it. */
function drawTowns(map: L.Map, group: L.LayerGroup, towns: BaseMap['towns']): () => void {
  const names = towns.map(({ name, lat, lon, rank, anchor }) => {
    const marker = label([lat, lon], name, `${styles.town} ${styles[anchor]}`).addTo(group);
    return { rank, element: marker.getElement() };
  });
  const choose = () => {
    const room = map.getZoom() >= 10.5 ? 3 : map.getZoom() >= 9.25 ? 2 : 1;
    for (const { rank, element } of names) element?.toggleAttribute('hidden', rank > room);
  };
  choose();
  map.on('zoomend', choose);
  return () => map.off('zoomend', choose);
}

function label(at: L.LatLngTuple, text: string, className: string | undefined, transform = ''): L.Marker {
  const word = document.createElement('span');
  word.textContent = text;
  word.style.transform = transform;
  const icon = L.divIcon({ html: word, className: `${styles.mark} ${className}`, iconSize: [0, 0] });
  const marker = L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
  // The same names stand in the lists, so that nobody has to hear all of them.
  marker.on('add', () => marker.getElement()?.setAttribute('aria-hidden', 'true'));
  return marker;
}
