import {
  dayOf,
  type DayRange,
  periodOfDays,
  placeOptions,
  type PlaceOptions,
  type UnitWithTime,
  type World,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { findCandidates } from '../../placement/candidates.js';
import { worldForReading } from '../../placement/world.js';
import type { Settings } from '../../platform/settings.js';
import type { Request } from './request.entity.js';

/** The units that some requests could use, with their time over the days of all of them. Two queries beside the world's. */
export interface Field {
  readonly units: readonly UnitWithTime[];
  readonly world: World;
  readonly now: number;
  /** Which units would do for a request. */
  unitsFor(request: Pick<Request, 'modelId' | 'domain'>): UnitWithTime[];
}

export async function loadField(
  manager: EntityManager,
  settings: Settings,
  span: DayRange,
  { modelIds, domains = [] }: { modelIds: readonly string[]; domains?: readonly string[] },
): Promise<Field> {
  const rows = await manager.query<{ id: string; modelId: string; domain: string }[]>(
    `SELECT u.id, m.id AS "modelId", m.domain FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id
      WHERE u.in_service AND (m.id = ANY($1::uuid[]) OR m.domain = ANY($2::text[])) ORDER BY u.code`,
    [[...modelIds], [...domains]],
  );
  const kind = new Map(rows.map((row) => [row.id, row]));
  const now = Date.now();
  const period = periodOfDays(span.firstDay, span.lastDay);
  const units = await findCandidates(manager, period, now, { unitIds: rows.map(({ id }) => id) });
  const world = await worldForReading(manager, settings);
  return {
    units,
    world,
    now,
    unitsFor: ({ modelId, domain }) =>
      units.filter(({ unit }) => (modelId ? kind.get(unit.id)!.modelId === modelId : kind.get(unit.id)!.domain === domain)),
  };
}

/** What a planner can give a request now: each unit and first day that the availability function lets pass. */
export async function optionsFor(manager: EntityManager, settings: Settings, request: Request): Promise<PlaceOptions> {
  const span = { firstDay: request.earliestDay, lastDay: request.latestDay };
  if (span.lastDay < dayOf(Date.now())) return { options: [], obstacles: [] };
  const field = await loadField(manager, settings, span, {
    modelIds: request.modelId ? [request.modelId] : [],
    domains: request.domain ? [request.domain] : [],
  });
  return placeOptions(request, field.unitsFor(request), field.world, field);
}
