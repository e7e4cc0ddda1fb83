import L from 'leaflet';
import type { Pin, Point } from './map-types.js';
import styles from './ProvinceMap.module.css';
import { spreadPoints } from './spread-points.js';

type Handlers = {
  onPin: ((id: string) => void) | undefined;
  onPinMoved: ((id: string, to: Point) => void) | undefined;
};

const APART_PX = 28;
const COVERED_PX = 26;
const SMALL_APART_PX = 14;
const STEP_PX: Record<string, [number, number]> = {
  ArrowLeft: [-4, 0],
  ArrowRight: [4, 0],
  ArrowUp: [0, -4],
  ArrowDown: [0, 4],
};

/** Discs with the numbers of the list. Pins that would cover each other move apart; what one drags stays where it is. */
export function drawPins(map: L.Map, group: L.LayerGroup, pins: readonly Pin[], handlers: Handlers): () => void {
  const markers = pins.map((pin) => addPin(map, group, pin, handlers));
  const fixed = pins.flatMap((pin, index) => (pin.draggable ? [] : [{ pin, marker: markers[index] }]));
  const apart = pins.some(({ number }) => number !== undefined) ? APART_PX : SMALL_APART_PX;
  const place = () => {
    const spots = fixed.map(({ pin }) => map.latLngToLayerPoint([pin.latitude, pin.longitude]));
    for (const [index, { x, y }] of spreadPoints(spots, apart).entries())
      fixed[index]?.marker?.setLatLng(map.layerPointToLatLng([x, y]));
    hideTownsBelow(map, markers);
  };
  place();
  map.on('zoomend', place);
  return () => map.off('zoomend', place);
}

/** A town's name that a pin would cover goes: the pin has its own. */
function hideTownsBelow(map: L.Map, markers: readonly L.Marker[]): void {
  const spots = markers.map((marker) => map.latLngToLayerPoint(marker.getLatLng()));
  for (const town of map.getPanes().markerPane.querySelectorAll<HTMLElement>(`.${styles.town}`)) {
    const at = L.DomUtil.getPosition(town);
    town.toggleAttribute(
      'data-covered',
      spots.some((spot) => spot.distanceTo(at) < COVERED_PX),
    );
  }
}

function addPin(map: L.Map, group: L.LayerGroup, pin: Pin, { onPin, onPinMoved }: Handlers): L.Marker {
  const clickable = Boolean(onPin) || Boolean(pin.draggable);
  const marker = L.marker([pin.latitude, pin.longitude], {
    icon: L.divIcon({ html: discOf(pin), className: styles.mark ?? '', iconSize: [0, 0] }),
    title: pin.name,
    interactive: clickable,
    keyboard: clickable,
    draggable: pin.draggable ?? false,
    zIndexOffset: pin.selected ? 500 : 0,
  }).addTo(group);
  const moved = () => {
    const { lat, lng } = marker.getLatLng();
    onPinMoved?.(pin.id, { latitude: lat, longitude: lng });
  };
  marker.on('click', () => onPin?.(pin.id));
  marker.on('dragend', moved);

  const element = marker.getElement();
  element?.setAttribute('aria-label', pin.name);
  if (!clickable) element?.setAttribute('role', 'img');
  element?.addEventListener('keydown', (event) => {
    const step = pin.draggable ? STEP_PX[event.key] : undefined;
    if (step) marker.setLatLng(map.layerPointToLatLng(map.latLngToLayerPoint(marker.getLatLng()).add(step)));
    else if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    if (step) moved();
    else onPin?.(pin.id);
  });
  return marker;
}

function discOf({ number, label, off, selected, approximate }: Pin): HTMLElement {
  const disc = document.createElement('span');
  disc.className = [
    styles.pin,
    number === undefined ? styles.small : '',
    off ? styles.off : '',
    selected ? styles.selected : '',
    approximate ? styles.approximate : '',
  ].join(' ');
  disc.textContent = number === undefined ? '' : String(number);
  if (label) {
    const word = document.createElement('span');
    word.className = styles.pinLabel ?? '';
    word.textContent = label;
    disc.append(word);
  }
  return disc;
}
