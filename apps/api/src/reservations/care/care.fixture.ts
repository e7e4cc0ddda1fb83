import type { EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { actorOf, makePerson } from '../../../test/factories.js';
import { dayAhead, makeModel, makeSite, makeTravel, makeUnit } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import type { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { readSettings } from '../../platform/settings.js';
import { reserveKit } from '../reserve-kit.js';
import type { By } from '../with-reservation.js';

/** Two sites an hour apart, kits of one model, and who acts on them. */
export async function openCare() {
  const database: TestDatabase = await createTestDatabase();
  const { manager } = database.app;
  const home = await makeSite(manager);
  const far = await makeSite(manager);
  await makeTravel(manager, home, far, 60);
  const settings = readSettings({ DATABASE_URL: database.appUrl });
  const person = await makePerson(manager);
  const by = (role: 'PLANNER' | 'DRIVER' | 'COORDINATOR', more: object = {}): Promise<By> =>
    makePerson(manager, { role, ...more }).then((each) => ({ actor: actorOf(each), settings }));
  const coordinator: By = { actor: actorOf(person), settings };
  let key = 0;
  const nextKey = () => `care-key-${++key}-${Math.random()}`;

  return {
    database,
    manager,
    home,
    far,
    settings,
    person,
    coordinator,
    planner: await by('PLANNER'),
    technician: await by('DRIVER'),
    by,
    nextKey,
    model: (fields: Partial<EquipmentModel> = {}) => makeModel(manager, fields),
    unit: async (model?: EquipmentModel, fields: Partial<EquipmentUnit> = {}) =>
      makeUnit(manager, model ?? (await makeModel(manager)), home, fields),
    run: <T>(verb: (tx: EntityManager) => Promise<T>) => orRefusal(() => inTransaction(database.app, verb)),
    reserve: (units: EquipmentUnit[], first: number, last = first, site = home, as: By = coordinator) =>
      orRefusal(() =>
        inTransaction(database.app, (tx) =>
          reserveKit(tx, as, {
            idempotencyKey: nextKey(),
            unitIds: units.map((unit) => unit.id),
            siteId: site.id,
            firstDay: dayAhead(first),
            lastDay: dayAhead(last),
            details: {},
          }),
        ),
      ),
    rows: <T>(sql: string, parameters: unknown[] = []) => database.owner.query<T[]>(sql, parameters),
  };
}
export type Care = Awaited<ReturnType<typeof openCare>>;

export const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map((reason) => reason.code) : 'done');
