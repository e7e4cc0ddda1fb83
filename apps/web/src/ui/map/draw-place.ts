import L from 'leaflet';
import type { MapProps } from './map-types.js';
import styles from './ProvinceMap.module.css';

const DROP = `<svg width="34" height="44" viewBox="0 0 34 44" aria-hidden="true"><path d="M17 42C17 42 32 27 32 16.5A15 15 0 0 0 2 16.5C2 27 17 42 17 42Z" fill="var(--k-yellow)" stroke="#13213b" stroke-width="2" stroke-linejoin="round"/><path d="M10 17.5 17 11l7 6.5V24H10Z" fill="#13213b"/></svg>`;

/** The reader's place: a yellow drop with a house. */
export function drawYou(group: L.LayerGroup, you: MapProps['you']): void {
  if (!you) return;
  const marker = L.marker([you.latitude, you.longitude], {
    icon: L.divIcon({ html: DROP, className: `${styles.mark} ${styles.you}`, iconSize: [34, 44], iconAnchor: [17, 42] }),
    title: you.name,
    interactive: false,
    keyboard: false,
    zIndexOffset: 1000,
  }).addTo(group);
  marker.getElement()?.setAttribute('role', 'img');
  marker.getElement()?.setAttribute('aria-label', you.name);
}

/** The circle of so many kilometres around a place. */
export function drawArea(group: L.LayerGroup, circle: MapProps['circle']): void {
  if (!circle) return;
  const { latitude, longitude, radiusKm } = circle;
  L.circle([latitude, longitude], { radius: radiusKm * 1000, className: styles.circle ?? '', interactive: false }).addTo(group);
}
