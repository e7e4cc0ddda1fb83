/** Where sites may stand: West Flanders and some room around it, in degrees. */
export const BOX = { south: 50.5, north: 51.6, west: 2.3, east: 3.8 };

/** A coordinate as people type it, with a comma or a point; null when it is none or lies outside the province. */
export function parseCoordinate(text: string, axis: 'latitude' | 'longitude'): number | null {
  const clean = text.trim().replace(',', '.');
  if (!/^\d{1,2}(\.\d+)?$/.test(clean)) return null;
  const value = Number(clean);
  const [least, most] = axis === 'latitude' ? [BOX.south, BOX.north] : [BOX.west, BOX.east];
  return value >= least && value <= most ? value : null;
}

/** Both at once, as maps give them to copy: `50.9465, 3.1227`. Null when it is no such pair. */
export function parsePair(text: string): { latitude: string; longitude: string } | null {
  const pair = /^\s*(\d{1,2}\.\d+)\s*[,; ]\s*(\d{1,2}\.\d+)\s*$/.exec(text);
  return pair ? { latitude: pair[1]!, longitude: pair[2]! } : null;
}
