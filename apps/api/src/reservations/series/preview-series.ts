import {
  addDays,
  availability,
  equalUnits,
  judgeSeries,
  MOST_OCCURRENCES,
  otherDates,
  periodOfDays,
  planFault,
  seriesDays,
  type SeriesPlan,
  type WantedOccurrence,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { requireUuid, toAsk } from '../../placement/ask.js';
import { findCandidates, occupanciesOf } from '../../placement/candidates.js';
import { arrivalWindow, toReasons } from '../../placement/to-types.js';
import { type LoadedWorld, worldForReading } from '../../placement/world.js';
import { Alternative } from '../../platform/graphql/refusal.js';
import { refuse } from '../../platform/refuse.js';
import type { Settings } from '../../platform/settings.js';
import type { SeriesPlanInput, SeriesPreviewInput } from './series.inputs.js';
import type { PreviewedOccurrence, SeriesPreview } from './series.types.js';

/** How far another day is looked for: for a course of every week, the same week or the next. */
const HORIZON_DAYS = 13;

/** The occurrences of a plan with the verdict on each and what would work instead, without writing. Two queries and the world. */
export async function previewSeries(
  manager: EntityManager,
  settings: Settings,
  input: SeriesPreviewInput,
): Promise<SeriesPreview> {
  const world = await worldForReading(manager, settings);
  const unitId = requireUuid(input.unitId, 'unitId');
  const plan = toPlan(input.plan, world);
  const planned = seriesDays(plan, (siteId, day) => world.site(siteId).calendar.isOpen(day));
  const wanted: WantedOccurrence[] =
    input.occurrences?.map((each) => checkOccurrence(each, world)) ?? planned.occurrences.map((each) => ({ ...each, unitId }));
  if (wanted.length === 0 || wanted.length > MOST_OCCURRENCES)
    refuse('INVALID_INPUT', { field: 'times', available: String(MOST_OCCURRENCES) });
  const { judged, units } = await judgeAll(manager, wanted, unitId, input.groupSize ?? null, world);
  const occurrences = judged.map(({ wanted: each, ask, availability: verdict }) => {
    const equals = [...units.values()].map((other) => ({
      unitId: other.unit.id,
      availability: availability(other.unit, other.occupancies, ask, world),
    }));
    const free = verdict.verdict !== 'UNAVAILABLE';
    return {
      ...each,
      ok: free,
      reasons: toReasons(verdict.refusals),
      warnings: toReasons(verdict.warnings),
      arrival: arrivalWindow(verdict.arrival),
      extraKm: verdict.extraKm,
      alternatives: free
        ? []
        : [...otherDates(units.get(each.unitId)!, ask, world, HORIZON_DAYS), ...equalUnits(equals, each.unitId, ask)].map(
            (alternative) => Object.assign(new Alternative(), alternative),
          ),
    } as PreviewedOccurrence;
  });
  return {
    occurrences,
    leftOut: input.occurrences ? [] : planned.leftOut.map(({ firstDay, lastDay }) => ({ firstDay, lastDay })),
    possible: occurrences.filter(({ ok }) => ok).length,
  };
}

async function judgeAll(
  manager: EntityManager,
  wanted: readonly WantedOccurrence[],
  unitId: string,
  groupSize: number | null,
  world: LoadedWorld,
) {
  const days = wanted.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]).sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  const { now } = toAsk({ firstDay: first, lastDay: first, siteId: null, groupSize });
  const span = {
    start: periodOfDays(addDays(first, -HORIZON_DAYS - 14), first).start,
    end: periodOfDays(last, addDays(last, HORIZON_DAYS + 14)).end,
  };
  const codes = await manager.query<{ code: string }[]>(
    'SELECT m.code FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id WHERE u.id = $1',
    [unitId],
  );
  const candidates = await findCandidates(manager, span, now, { modelCodes: codes.map(({ code }) => code) });
  const ids = candidates.map(({ unit }) => unit.id);
  if (!ids.includes(unitId) || !wanted.every((each) => ids.includes(each.unitId))) refuse('NOT_FOUND', { field: 'unitId' });
  const occupancies = await occupanciesOf(manager, ids, span, now);
  const units = candidates.map(({ unit }) => ({ unit, occupancies: occupancies.get(unit.id)! }));
  return judgeSeries(units, wanted, { groupSize, now }, world);
}

/** A plan whose fields are all within bounds and whose sites exist. Refuses INVALID_INPUT with the field, NOT_FOUND. */
function toPlan(input: SeriesPlanInput, world: LoadedWorld): SeriesPlan {
  if (input.siteIds.length === 0) refuse('INVALID_INPUT', { field: 'siteIds' });
  for (const id of input.siteIds) if (!world.siteIds.includes(id)) refuse('NOT_FOUND', { field: 'siteId' });
  const { kind, firstDay, days, siteIds } = input;
  const plan: SeriesPlan =
    kind === 'WEEKLY'
      ? {
          kind,
          siteId: siteIds[0]!,
          firstDay,
          days,
          everyWeeks: input.everyWeeks ?? 1,
          times: input.times ?? 0,
          closedWeeks: input.makeUp ? 'MAKE_UP' : 'KEEP',
        }
      : { kind, siteIds, firstDay, days, travelDays: input.travelDays ?? 1 };
  const field = planFault(plan);
  if (field) refuse('INVALID_INPUT', { field });
  return plan;
}

function checkOccurrence<T extends WantedOccurrence>(occurrence: T, world: LoadedWorld): T {
  if (!world.siteIds.includes(occurrence.siteId)) refuse('NOT_FOUND', { field: 'siteId' });
  toAsk({ ...occurrence, groupSize: null });
  return occurrence;
}
