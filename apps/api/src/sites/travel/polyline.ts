import type { Point } from '@karavaan/domain';

/**
 * Points of an encoded polyline: differences of latitude and longitude as zigzag numbers in groups of five bits, each group
 * a printable character. Algorithm: Google's Encoded Polyline Format.
 * @param decimals of the degrees: five, or six for OSRM's `polyline6`
 */
export function decodePolyline(text: string, decimals: number): Point[] {
  const factor = 10 ** decimals;
  const points: Point[] = [];
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; at < text.length; shift += 5) {
      const group = text.charCodeAt(at++) - 63;
      value |= (group & 31) << shift;
      if (group < 32) break;
    }
    return value & 1 ? ~(value >> 1) : value >> 1;
  };
  let [latitude, longitude] = [0, 0];
  while (at < text.length) {
    latitude += number();
    longitude += number();
    points.push({ latitude: latitude / factor, longitude: longitude / factor });
  }
  return points;
}
