import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { actorOf, makePerson } from '../../test/factories.js';
import { makeModel } from '../../test/place-factories.js';
import { inTransaction } from '../database/transaction.js';
import { AuditEntry } from '../platform/audit-entry.entity.js';
import { orRefusal } from '../platform/refuse.js';
import { EquipmentModel } from './equipment-model.entity.js';
import { setMeasuredFigure } from './set-measured-figure.js';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

async function measure(role: 'PLANNER' | 'COORDINATOR', asked: Parameters<typeof setMeasuredFigure>[2]) {
  const actor = actorOf(await makePerson(database.app.manager, { role }));
  return orRefusal(() => inTransaction(database.app, (tx) => setMeasuredFigure(tx, actor, asked)));
}

test('a measured figure takes the place of the estimate, with its trace; the others stay estimates', async () => {
  const { id } = await makeModel(database.app.manager);
  const model = await measure('PLANNER', { modelId: id, figure: 'MASS_KG', value: 61.5 });
  expect(model).toMatchObject({ massKg: 61.5, massBasis: 'MEASURED', volumeBasis: 'ESTIMATED', floorBasis: 'ESTIMATED' });
  const [entry] = await database.app.manager.findBy(AuditEntry, { entityId: id });
  expect(entry).toMatchObject({ action: 'model.measure', changes: { massKg: { before: '50', after: '61.5' } } });
});

test.each([
  ['COORDINATOR', 'MASS_KG', 40, 'NOT_ALLOWED'],
  ['PLANNER', 'MASS_KG', 0, 'INVALID_INPUT'],
  ['PLANNER', 'MASS_KG', 50_000, 'INVALID_INPUT'],
  ['PLANNER', 'MAX_PARTICIPANTS', 7.5, 'INVALID_INPUT'],
] as const)('to a %s, %s %d is refused: %s', async (role, figure, value, code) => {
  const { id } = await makeModel(database.app.manager);
  expect(await measure(role, { modelId: id, figure, value })).toMatchObject({ reasons: [{ code }] });
  expect(await database.app.manager.findOneByOrFail(EquipmentModel, { id })).toMatchObject({ massKg: 50, maxParticipants: 12 });
});

test('a model that does not exist is not found', async () => {
  const modelId = '00000000-0000-4000-8000-000000000000';
  expect(await measure('PLANNER', { modelId, figure: 'MASS_KG', value: 40 })).toMatchObject({ reasons: [{ code: 'NOT_FOUND' }] });
});
