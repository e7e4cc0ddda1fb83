import {
  allocate,
  areaOf,
  type Contender,
  explain,
  fitsWith,
  isPreferred,
  addDays,
  type Outcome,
  placeOptions,
  type PlaceOptions,
  weigh,
  type Worth,
} from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { loadField } from '../requests/find-options.js';
import { Request } from '../requests/request.entity.js';
import type { By } from '../with-reservation.js';
import { givenIn } from './caps.js';
import { RequestRound, RequestRoundModel } from './request-round.entity.js';
import { RoundPlacement, type Why } from './round-placement.entity.js';
import type { AdjustRoundInput } from './round.inputs.js';
import { stateOfRound } from './state-of-round.js';
import { lockRound, saveRound } from './with-round.js';

/** What a planner decided already: a slot that stays, or null for none at all. */
export type Fixed = ReadonlyMap<string, { readonly unitId: string; readonly firstDay: string } | null>;

const MOST_REQUESTS = 500;
/** More than any sum of points: what is pinned is placed first. */
const PINNED_POINTS = 1_000_000;

/** Shares out a round that takes no more requests; again with another seed, when one is given. What is pinned stays. */
export async function allocateRound(
  tx: EntityManager,
  by: By,
  { id, version, seed }: { id: string; version: number; seed?: number | null },
): Promise<RequestRound> {
  const round = await lockRound(tx, by.actor, id, version);
  requireClosed(round);
  const changed = { ...round, seed: seed ?? round.seed } as RequestRound;
  await writeAllocation(tx, by, changed, await fixedIn(tx, round.id));
  return saveRound(tx, by.actor, 'round.allocate', round, { seed: changed.seed, allocatedAt: new Date() });
}

/** Pins a request's slot, leaves it out or lets it go again, and shares out the rest round it. */
export async function adjustRound(tx: EntityManager, by: By, input: AdjustRoundInput): Promise<RequestRound> {
  const round = await lockRound(tx, by.actor, input.id, input.version);
  requireClosed(round);
  const row = await tx.findOneBy(RoundPlacement, { roundId: round.id, requestId: input.requestId });
  if (!row) refuse('NOT_FOUND', { field: 'requestId' });
  const fixed = new Map(await fixedIn(tx, round.id));
  fixed.delete(row.requestId);
  if (input.action === 'LEAVE_OUT') fixed.set(row.requestId, null);
  if (input.action === 'PIN') {
    const unitId = input.unitId ?? row.unitId;
    const firstDay = input.firstDay ?? row.firstDay;
    if (!unitId || !firstDay) refuse('INVALID_INPUT', { field: 'unitId' });
    fixed.set(row.requestId, { unitId, firstDay });
  }
  const outcomes = await writeAllocation(tx, by, round, fixed);
  // A slot that was pinned in vain is refused rather than lost in silence.
  if (input.action === 'PIN') {
    const outcome = outcomes.get(row.requestId)!;
    if (outcome.kind === 'CAP') refuse('CAP_REACHED', { available: String(outcome.limit) });
    if (outcome.kind !== 'PLACED') refuse('UNIT_TAKEN', { unitId: fixed.get(row.requestId)!.unitId });
  }
  return saveRound(tx, by.actor, `round.${input.action === 'LEAVE_OUT' ? 'leaveOut' : input.action.toLowerCase()}`, round, {
    allocatedAt: new Date(),
  });
}

function requireClosed(round: RequestRound): void {
  const state = stateOfRound(round);
  if (state !== 'CLOSED') refuse('STATE_CHANGED', { available: state });
}

async function fixedIn(tx: EntityManager, roundId: string): Promise<Fixed> {
  const rows = await tx.findBy(RoundPlacement, { roundId });
  return new Map(
    rows.flatMap((row): [string, { unitId: string; firstDay: string } | null][] =>
      row.kind === 'LEFT_OUT'
        ? [[row.requestId, null]]
        : row.pinned && row.unitId && row.firstDay
          ? [[row.requestId, { unitId: row.unitId, firstDay: row.firstDay }]]
          : [],
    ),
  );
}

/** Open requests that a round could serve: for its models, with room in its days. */
export async function requestsOf(tx: EntityManager, round: RequestRound): Promise<Request[]> {
  return tx
    .createQueryBuilder(Request, 'q')
    .where(`q.state = 'OPEN'`)
    .andWhere(
      `EXISTS (SELECT 1 FROM request_round_model rm JOIN equipment_model m ON m.id = rm.model_id
                WHERE rm.round_id = :round AND (m.id = q.model_id OR m.domain = q.domain))`,
      { round: round.id },
    )
    .andWhere('LEAST(q.latest_day, :last::date) - GREATEST(q.earliest_day, :first::date) + 1 >= q.days', {
      first: round.firstDay,
      last: round.lastDay,
    })
    .orderBy('q.number')
    .limit(MOST_REQUESTS)
    .getMany();
}

async function writeAllocation(tx: EntityManager, by: By, round: RequestRound, fixed: Fixed): Promise<Map<string, Outcome>> {
  const requests = await requestsOf(tx, round);
  const modelIds = (await tx.findBy(RequestRoundModel, { roundId: round.id })).map(({ modelId }) => modelId);
  const field = await loadField(tx, by.settings, round, { modelIds });
  const worths = await worthOfEach(tx, round, requests, modelIds);
  const found = new Map<string, PlaceOptions>();
  const contenders = requests.flatMap((request): Contender[] => {
    const pin = fixed.get(request.id);
    if (pin === null) return [];
    const units = field.unitsFor(request);
    const all = placeOptions(request, units, field.world, { now: field.now, within: round });
    found.set(request.id, all);
    const options = pin
      ? all.options.filter((option) => option.unitId === pin.unitId && option.firstDay === pin.firstDay)
      : all.options;
    const worth = worths.get(request.id)!;
    const { id, organisationId } = request;
    return [{ id, organisationId, options, worth: pin ? { ...worth, total: worth.total + PINNED_POINTS } : worth }];
  });
  const contest = {
    contenders,
    caps: { placements: round.capPlacements, days: round.capDays },
    given: await givenIn(tx, round.id),
    fits: fitsWith(field.units, field.world, field.now),
    seed: round.seed,
  };
  const allocation = allocate(contest);
  const outcomes = new Map<string, Outcome>(requests.map(({ id }) => [id, { kind: 'LEFT_OUT' }]));
  for (const contender of contenders)
    outcomes.set(contender.id, explain(contender, found.get(contender.id)!.obstacles, allocation, contest));
  await tx.delete(RoundPlacement, { roundId: round.id });
  const rows = requests.map((request) => {
    const outcome = outcomes.get(request.id)!;
    const slot = outcome.kind === 'PLACED' ? outcome.option : null;
    return {
      roundId: round.id,
      requestId: request.id,
      kind: outcome.kind,
      unitId: slot?.unitId ?? null,
      firstDay: slot?.firstDay ?? null,
      lastDay: slot ? addDays(slot.firstDay, request.days - 1) : null,
      extraKm: slot?.extraKm ?? null,
      preferred: slot ? isPreferred(slot, request.preferred) : false,
      pinned: Boolean(fixed.get(request.id)),
      worth: worths.get(request.id)!,
      why: whyOf(outcome),
    };
  });
  if (rows.length > 0) await tx.insert(RoundPlacement, rows as never);
  return outcomes;
}

function whyOf(outcome: Outcome): Why {
  if (outcome.kind === 'CAP') return { cap: outcome.cap, limit: outcome.limit, rivals: outcome.rivals };
  if (outcome.kind === 'COMPETITORS') return { rivals: outcome.rivals };
  return outcome.kind === 'NO_TIME'
    ? { obstacles: outcome.obstacles.slice(0, 4).map(({ times, example }) => ({ times, example })) }
    : {};
}

async function worthOfEach(
  tx: EntityManager,
  round: RequestRound,
  requests: readonly Request[],
  modelIds: readonly string[],
): Promise<Map<string, Worth>> {
  const sites = await tx.findBy(Site, { id: In([...new Set(requests.map(({ siteId }) => siteId))]) });
  const nis = new Map(sites.map((site) => [site.id, site.nis]));
  const served = await tx.query<{ organisationId: string; times: number }[]>(
    `SELECT r.organisation_id AS "organisationId", count(DISTINCT r.id)::int AS times
       FROM reservation r JOIN occupancy o ON o.reservation_id = r.id AND o.active AND o.kind = 'STAY'
       JOIN equipment_unit u ON u.id = o.unit_id
      WHERE r.state IN ('CONFIRMED', 'ENDED') AND u.model_id = ANY($1::uuid[])
        AND r.first_day < $2::date AND r.first_day >= $2::date - 365
      GROUP BY 1`,
    [[...modelIds], round.firstDay],
  );
  const times = new Map(served.map((row) => [row.organisationId, row.times]));
  const weights = { served: round.weightServed, access: round.weightAccess, group: round.weightGroup };
  return new Map(
    requests.map(({ id, organisationId, siteId, groupSize }) => [
      id,
      weigh(
        { organisationId, area: areaOf(nis.get(siteId) ?? null), groupSize, servedBefore: times.get(organisationId) ?? 0 },
        weights,
      ),
    ]),
  );
}
