import L from 'leaflet';
import { useCallback, useEffect, useState } from 'react';
import type { BaseMap } from './base-map.js';
import type { Point } from './map-types.js';

const PADDING: L.FitBoundsOptions = { padding: [16, 16], animate: false };

/** A Leaflet map in the element that gets `attach` as its ref; null until it stands. */
export function useLeaflet(base: BaseMap, still: boolean) {
  const [map, setMap] = useState<L.Map | null>(null);
  const attach = useCallback(
    (container: HTMLElement | null) => {
      if (!container) return undefined;
      const made = makeMap(container, base, still);
      const watch = new ResizeObserver(() => made.invalidateSize({ animate: false }));
      watch.observe(container);
      setMap(made);
      return () => {
        watch.disconnect();
        setMap(null);
        made.remove();
      };
    },
    [base, still],
  );
  return { map, attach };
}

function makeMap(container: HTMLElement, base: BaseMap, still: boolean): L.Map {
  const [west, south, east, north] = base.bounds;
  const map = L.map(container, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 7.5,
    maxZoom: 16,
    zoomSnap: 0.25,
    zoomDelta: 1,
    maxBounds: [
      [south, west],
      [north, east],
    ],
    maxBoundsViscosity: 1,
    // The wheel scrolls the page, until one clicks in the map.
    scrollWheelZoom: false,
    ...(still ? { dragging: false, keyboard: false, touchZoom: false, doubleClickZoom: false, boxZoom: false } : {}),
  });
  if (!still) {
    map.on('click focus', () => map.scrollWheelZoom.enable());
    map.on('mouseout blur', () => map.scrollWheelZoom.disable());
  }
  return map.fitBounds(provinceOf(base), PADDING);
}

/** Draws something into a group of its own, and again when `draw` changes. It may return what ends it. */
export function useLayer(map: L.Map | null, draw: (map: L.Map, group: L.LayerGroup) => (() => void) | void): void {
  useEffect(() => {
    if (!map) return undefined;
    const group = L.layerGroup().addTo(map);
    const end = draw(map, group);
    return () => {
      end?.();
      group.remove();
    };
  }, [map, draw]);
}

/** Brings the points in sight, or the whole province. */
export function useView(map: L.Map | null, base: BaseMap, points: readonly Point[]): void {
  const key = points.map(({ latitude, longitude }) => `${latitude.toFixed(4)},${longitude.toFixed(4)}`).join(' ');
  useEffect(() => {
    if (!map) return;
    const places = key ? key.split(' ').map((point) => point.split(',').map(Number) as [number, number]) : [];
    const bounds = places.length > 0 ? L.latLngBounds(places) : provinceOf(base);
    map.fitBounds(bounds, { ...PADDING, padding: places.length > 0 ? [48, 48] : [16, 16], maxZoom: 11 });
  }, [map, base, key]);
}

function provinceOf(base: BaseMap): L.LatLngBounds {
  return L.latLngBounds(base.province.flat().map(([lon, lat]) => [lat, lon]));
}
