import type { Point, Travel } from '@karavaan/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { circuitBreaker, type BreakerOptions } from './circuit-breaker.js';
import { decodePolyline } from './polyline.js';
import { TravelUnknown, type RoadPath, type TravelProvider } from './travel-provider.js';

export interface OsrmOptions extends BreakerOptions {
  readonly timeoutMs?: number;
  /** Attempts after the first. */
  readonly retries?: number;
  readonly retryMs?: number;
  /** Most places on each side of one table; a server takes a hundred in all unless told otherwise (`--max-table-size`). */
  readonly block?: number;
}

/** What the server says of a question that it understood but cannot answer; asking again does not help. */
const NO_ROAD = new Set(['NoRoute', 'NoTable', 'NoSegment']);

interface Answer {
  readonly code?: string;
  readonly durations?: readonly (readonly (number | null)[])[];
  readonly distances?: readonly (readonly (number | null)[])[];
  readonly routes?: readonly { readonly distance: number; readonly duration: number; readonly geometry: string }[];
}

/**
 * Roads by an OSRM server (project-osrm.org, HTTP API v1): `/table/v1` in blocks, `/route/v1` for one road. Its minutes are
 * those of a car in free flow; a van takes `vanFactor()` times as long.
 */
export function osrmProvider(url: string, vanFactor: () => number, options: OsrmOptions = {}): TravelProvider {
  const { timeoutMs = 10_000, retries = 2, retryMs = 300, block = 50 } = options;
  const base = url.replace(/\/+$/, '');
  const guarded = circuitBreaker(options);

  async function attempt(path: string): Promise<Answer | 'AGAIN'> {
    const response = await fetch(`${base}${path}`, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    if (response.status === 429 || response.status >= 500) {
      await response.body?.cancel();
      return 'AGAIN';
    }
    return (await response.json()) as Answer;
  }

  async function ask(path: string): Promise<Answer> {
    for (let left = retries; ; left--) {
      // A wrong address, a refused connection, a time-out and an answer that is no JSON are worth another try as well.
      const answer = await attempt(path).catch(() => 'AGAIN' as const);
      if (answer !== 'AGAIN') {
        if (answer.code === 'Ok' || NO_ROAD.has(answer.code ?? '')) return answer;
        throw new TravelUnknown(`The routing server answered ${String(answer.code).slice(0, 40)}.`);
      }
      if (left === 0) throw new TravelUnknown('The routing server does not answer.');
      await sleep(retryMs * 2 ** (retries - left) * (0.5 + Math.random()));
    }
  }

  const asked = (path: string) =>
    guarded(() => ask(path)).catch((error: Error) => {
      throw error instanceof TravelUnknown ? error : new TravelUnknown('The routing server failed too often just now.');
    });

  async function tableOf(from: readonly Point[], to: readonly Point[]): Promise<(Travel | null)[][]> {
    const sources = from.map((_, at) => at).join(';');
    const destinations = to.map((_, at) => from.length + at).join(';');
    const { code, durations, distances } = await asked(
      `/table/v1/driving/${coordinates([...from, ...to])}?sources=${sources}&destinations=${destinations}&annotations=duration,distance`,
    );
    if (code !== 'Ok') return from.map(() => to.map(() => null));
    return from.map((_, row) =>
      to.map((__, column) => travel(distances?.[row]?.[column], durations?.[row]?.[column], vanFactor())),
    );
  }

  return {
    name: 'osrm',
    async table(from, to) {
      const rows: (Travel | null)[][] = [];
      for (const some of blocks(from, block)) {
        const parts: (Travel | null)[][][] = [];
        for (const others of blocks(to, block)) parts.push(await tableOf(some, others));
        rows.push(...some.map((_, row) => parts.flatMap((part) => part[row]!)));
      }
      return rows;
    },
    async path(points): Promise<RoadPath | null> {
      if (points.length < 2) return null;
      const { routes } = await asked(
        `/route/v1/driving/${coordinates(points)}?overview=simplified&geometries=polyline6&steps=false`,
      );
      const route = routes?.[0];
      const way = route && travel(route.distance, route.duration, vanFactor());
      return way ? { km: way.km, minutes: way.minutes, points: decodePolyline(route.geometry, 6) } : null;
    },
  };
}

/** Two places at one address have a way too: the table of ways knows no zero. */
function travel(metres: number | null | undefined, seconds: number | null | undefined, vanFactor: number): Travel | null {
  if (!isAmount(metres) || !isAmount(seconds)) return null;
  return {
    km: Math.max(Math.round(metres / 100) / 10, 0.1),
    minutes: Math.max(Math.ceil((seconds * vanFactor) / 60), 1),
    source: 'osrm',
  };
}

const isAmount = (value: number | null | undefined): value is number => Number.isFinite(value) && value! >= 0;
const coordinates = (points: readonly Point[]) =>
  points.map(({ latitude, longitude }) => `${longitude.toFixed(6)},${latitude.toFixed(6)}`).join(';');

function blocks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
