import { addDays, dayOf } from '@karavaan/domain';
import { Organisation } from '../../people/organisation.entity.js';
import type { TestDatabase } from '../../../test/database.js';
import { makeOrganisation } from '../../../test/factories.js';
import { dayAhead } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import type { By } from '../with-reservation.js';
import { makeAsking } from '../requests/requests.fixture.js';
import { allocateRound } from './allocate-round.js';
import { closeRound, planRound } from './plan-round.js';
import { publishRound } from './publish-round.js';
import { RequestRound } from './request-round.entity.js';
import type { PlanRoundInput } from './round.inputs.js';
import { RoundPlacement } from './round-placement.entity.js';

/** A model with some kits in a round that takes requests today. */
export async function makeRound(database: TestDatabase, units = 1, more: Partial<PlanRoundInput> = {}) {
  const asking = await makeAsking(database, units);
  const { manager } = database.app;
  const planner: By = await asking.planner();
  const today = dayOf(Date.now());
  const id = await inTransaction(database.app, (tx) =>
    planRound(tx, planner, {
      idempotencyKey: asking.key(),
      name: 'Voorjaarsronde',
      modelCodes: [asking.model.code],
      opensOn: today,
      closesOn: addDays(today, 7),
      firstDay: dayAhead(0),
      lastDay: dayAhead(25),
      capPlacements: null,
      capDays: null,
      weightServed: 50,
      weightAccess: 30,
      weightGroup: 20,
      ...more,
    }),
  );
  const round = () => manager.findOneByOrFail(RequestRound, { id });
  const organisation = (): Promise<Organisation> => makeOrganisation(manager);
  const close = async () => asking.run(async (tx) => closeRound(tx, planner, { id, version: (await round()).version }));
  const allocate = async (seed?: number) =>
    asking.run(async (tx) => allocateRound(tx, planner, { id, version: (await round()).version, ...(seed ? { seed } : {}) }));
  const publish = async (by = planner, version?: number) => {
    const seen = version ?? (await round()).version;
    return asking.run((tx) => publishRound(tx, by, { idempotencyKey: asking.key(), id, version: seen }));
  };
  const placements = async () => {
    const rows = await manager.findBy(RoundPlacement, { roundId: id });
    return new Map(rows.map((row) => [row.requestId, row]));
  };
  return { ...asking, id, planner, anotherPlanner: asking.planner, round, organisation, close, allocate, publish, placements };
}
