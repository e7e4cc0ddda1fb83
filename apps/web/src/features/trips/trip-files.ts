import { siteStops } from './site-stops.js';
import type { TripRow } from './trips.graphql.js';

const xml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** A trip as a route in GPX 1.1 (topografix.com/GPX/1/1): its depot, each site in turn, and the depot again. */
export function tripAsGpx({ number, vehicle: { depot }, stops }: TripRow): string {
  const points = [depot, ...siteStops(stops).map(({ site }) => site), depot];
  const lines = points.map(
    ({ latitude, longitude, name }) => `    <rtept lat="${latitude}" lon="${longitude}"><name>${xml(name)}</name></rtept>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Karavaan" xmlns="http://www.topografix.com/GPX/1/1">',
    '  <rte>',
    `    <name>${number}</name>`,
    ...lines,
    '  </rte>',
    '</gpx>',
    '',
  ].join('\n');
}

const stamp = (instant: string | number) => new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
const plain = (text: string) => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');

/** Lines of at most 75 octets, the rest after a space (RFC 5545 §3.1). */
function folded(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length;
    if (length + octets > 74) {
      parts.push(part);
      part = ' ';
      length = 1;
    }
    part += sign;
    length += octets;
  }
  return [...parts, part];
}

/** A trip as one appointment (RFC 5545), with a line for each site; the same trip keeps its UID. */
export function tripAsCalendar(trip: TripRow, title: string, origin: string): string {
  const visits = siteStops(trip.stops).map(({ site }) => `${site.name}, ${site.town}`);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Karavaan//Trips//NL',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:trip-${trip.id}@karavaan`,
    `SEQUENCE:${trip.version}`,
    `DTSTAMP:${stamp(Date.now())}`,
    `DTSTART:${stamp(trip.departsAt)}`,
    `DTEND:${stamp(trip.returnsAt)}`,
    `SUMMARY:${plain(title)}`,
    `DESCRIPTION:${plain(visits.join('\n'))}`,
    `LOCATION:${plain(trip.vehicle.depot.name)}`,
    `URL:${origin}/ritten/${trip.id}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

/** Opens the navigation app of the device, or its page. */
export const navigateTo = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `https://www.google.com/maps/dir/?api=1&destination=${latitude},${longitude}`;

/** Gives a text as a file to keep. */
export function saveText(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
