import type { EntityManager } from 'typeorm';
import { actorOf, makePerson } from '../../../test/factories.js';
import type { TestDatabase } from '../../../test/database.js';
import { dayAhead, makeModel, makeSite, makeTravel, makeUnit } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import type { Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { readSettings } from '../../platform/settings.js';
import { reserveKit } from '../reserve-kit.js';
import type { By } from '../with-reservation.js';
import { placeRequest } from './place-request.js';
import { Request } from './request.entity.js';
import type { SubmitRequestInput } from './request.inputs.js';
import { submitRequest } from './submit-request.js';

/** A model with some kits, a place an hour from their home, planners and people who ask. */
export async function makeAsking(database: TestDatabase, units = 1) {
  const { manager } = database.app;
  const settings = readSettings({ DATABASE_URL: database.appUrl, LOG_LEVEL: 'silent' });
  const home = await makeSite(manager);
  const far = await makeSite(manager);
  await makeTravel(manager, home, far, 60);
  const model = await makeModel(manager);
  const kits: EquipmentUnit[] = [];
  for (let at = 0; at < units; at++) kits.push(await makeUnit(manager, model, home));
  const someone = async (organisationId?: string): Promise<By> => ({
    actor: actorOf(await makePerson(manager, organisationId ? { organisationId } : {})),
    settings,
  });
  const planner = async (): Promise<By> => ({ actor: actorOf(await makePerson(manager, { role: 'PLANNER' })), settings });
  const run = <T>(verb: (tx: EntityManager) => Promise<T>): Promise<T | Refusal> =>
    orRefusal(() => inTransaction(database.app, verb));
  let keys = 0;
  const key = () => `key-${model.id}-${++keys}`;
  const wish = (more: Partial<SubmitRequestInput> = {}): SubmitRequestInput => ({
    idempotencyKey: key(),
    modelCode: model.code,
    siteId: far.id,
    earliestDay: dayAhead(0),
    latestDay: dayAhead(0),
    days: 1,
    groupSize: 8,
    targetGroup: 'EMPLOYEES',
    course: 'Lassen voor beginners',
    ...more,
  });
  const submit = async (by: By, more: Partial<SubmitRequestInput> = {}) => {
    const id = await inTransaction(database.app, (tx) => submitRequest(tx, by, wish(more)));
    return manager.findOneByOrFail(Request, { id });
  };
  const place = (by: By, request: Request, kit = kits[0]!, firstDay = request.earliestDay, idempotencyKey = key()) =>
    run((tx) => placeRequest(tx, by, { idempotencyKey, id: request.id, version: request.version, unitId: kit.id, firstDay }));
  const reserve = (by: By, firstDay = dayAhead(0), kit = kits[0]!) =>
    run((tx) =>
      reserveKit(tx, by, { idempotencyKey: key(), unitIds: [kit.id], siteId: far.id, firstDay, lastDay: firstDay, details: {} }),
    );
  const again = (request: Request) => manager.findOneByOrFail(Request, { id: request.id });
  const mailsTo = async ({ actor }: By): Promise<string[]> => {
    const rows = await database.owner.query<{ template: string }[]>(
      'SELECT template FROM mail WHERE person_id = $1 ORDER BY created_at, id',
      [actor.personId],
    );
    return rows.map(({ template }) => template);
  };
  return { settings, home, far, model, kits, someone, planner, run, key, wish, submit, place, reserve, again, mailsTo };
}

export type Asking = Awaited<ReturnType<typeof makeAsking>>;
