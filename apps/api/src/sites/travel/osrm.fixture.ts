import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly service: string;
  readonly coordinates: readonly (readonly [number, number])[];
  readonly sources: readonly number[];
  readonly destinations: readonly number[];
  readonly query: URLSearchParams;
}

/** What the server does with a question: nothing special, or answer as told, or stay silent. */
export type Behaviour = (asked: Asked, times: number) => 'ANSWER' | 'SILENCE' | { status: number; body: string };

/**
 * A server on loopback that answers as OSRM's documentation of the HTTP API v1 says: metres and seconds, `null` where there is
 * no road. One degree counts as 100 km in either direction, driven at 60 km per hour.
 */
export async function osrmServer() {
  const asked: Asked[] = [];
  let behaviour: Behaviour = () => 'ANSWER';
  const server = createServer((request, response) => {
    const question = read(request);
    asked.push(question);
    const told = behaviour(question, asked.length);
    if (told === 'SILENCE') return;
    if (told === 'ANSWER') answer(question, response);
    else response.writeHead(told.status, { 'content-type': 'application/json' }).end(told.body);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave: (next: Behaviour) => {
      behaviour = next;
      asked.length = 0;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

function read({ url = '' }: IncomingMessage): Asked {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, service = '', , , path = ''] = pathname.split('/');
  const coordinates = path.split(';').map((pair) => pair.split(',').map(Number) as [number, number]);
  const list = (name: string) => {
    const text = searchParams.get(name);
    return text === null ? coordinates.map((_, at) => at) : text.split(';').map(Number);
  };
  return { service, coordinates, sources: list('sources'), destinations: list('destinations'), query: searchParams };
}

const metres = (a: readonly [number, number], b: readonly [number, number]) =>
  Math.round(100_000 * (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])));

function answer({ service, coordinates, sources, destinations, query }: Asked, response: ServerResponse): void {
  const send = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
  if (coordinates.some((pair) => pair.length !== 2 || pair.some(Number.isNaN)))
    return void send(400, { code: 'InvalidQuery', message: 'Query string malformed close to position 18' });
  if (service === 'table') {
    if (coordinates.length > 100) return void send(400, { code: 'TooBig', message: 'Too many table coordinates' });
    const distances = sources.map((from) => destinations.map((to) => metres(coordinates[from]!, coordinates[to]!)));
    const durations = distances.map((row) => row.map((each) => (each * 3600) / 60_000));
    const annotations = (query.get('annotations') ?? 'duration').split(',');
    const waypoints = (which: readonly number[]) =>
      which.map((at) => ({ hint: '', distance: 4, name: '', location: coordinates[at] }));
    return void send(200, {
      code: 'Ok',
      ...(annotations.includes('duration') ? { durations } : {}),
      ...(annotations.includes('distance') ? { distances } : {}),
      sources: waypoints(sources),
      destinations: waypoints(destinations),
    });
  }
  const legs = coordinates.slice(1).map((to, at) => metres(coordinates[at]!, to));
  const distance = legs.reduce((sum, each) => sum + each, 0);
  // The example of the format's own description: (38.5, -120.2), (40.7, -120.95), (43.252, -126.453), of five decimals.
  const geometry = query.get('geometries') === 'polyline6' ? '_izlhA~rlgdF_{geC~ywl@_kwzCn`{nI' : '_p~iF~ps|U_ulLnnqC_mqNvxq`@';
  send(200, {
    code: 'Ok',
    routes: [{ distance, duration: (distance * 3600) / 60_000, weight: 1, weight_name: 'routability', geometry, legs: [] }],
    waypoints: [],
  });
}
