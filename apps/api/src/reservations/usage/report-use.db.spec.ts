import { dayOf } from '@karavaan/domain';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { actorOf, makePerson } from '../../../test/factories.js';
import { makeModel, makeReservation, makeSite, makeUnit } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import { orRefusal } from '../../platform/refuse.js';
import { readSettings } from '../../platform/settings.js';
import { reportUse } from '../report-use.js';
import type { Reservation } from '../reservation.entity.js';
import { UsageGroup } from './usage-group.entity.js';
import type { GroupUseInput } from './usage.input.js';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

async function report(groups: GroupUseInput[], participants: number) {
  const { manager } = database.app;
  const site = await makeSite(manager);
  const unit = await makeUnit(manager, await makeModel(manager), site);
  const today = dayOf(Date.now());
  const made = await makeReservation(manager, { units: [unit], site, firstDay: today }, { state: 'CONFIRMED' });
  const actor = actorOf(await makePerson(manager, { organisationId: made.organisationId }));
  const by = { actor, settings: readSettings({ DATABASE_URL: database.appUrl }) };
  const input = { id: made.id, version: made.version, participants, hoursUsed: 6.5, groups };
  const result = await orRefusal(() => inTransaction(database.app, (tx) => reportUse(tx, by, input)));
  return { made, result: result as Reservation, groups: await manager.findBy(UsageGroup, { reservationId: made.id }) };
}

test('the report keeps who took part, by target group', async () => {
  const { result, groups } = await report(
    [
      { targetGroup: 'JOB_SEEKERS', participants: 7 },
      { targetGroup: 'COMPANY_STAFF', participants: 3, sme: true, companyName: ' Staal & Co ' },
      { targetGroup: 'COMPANY_STAFF', participants: 2, sme: false },
    ],
    12,
  );
  expect(result).toMatchObject({ state: 'ENDED', participants: 12, hoursUsed: 6.5 });
  expect(groups.map(({ targetGroup, participants, sme, companyName }) => [targetGroup, participants, sme, companyName])).toEqual(
    expect.arrayContaining([
      ['JOB_SEEKERS', 7, null, null],
      ['COMPANY_STAFF', 3, true, 'Staal & Co'],
      ['COMPANY_STAFF', 2, false, null],
    ]),
  );
});

test('groups that do not add up, or a company without its mark, write nothing', async () => {
  const wrong: [GroupUseInput[], number][] = [
    [[{ targetGroup: 'EMPLOYEES', participants: 7 }], 8],
    [[{ targetGroup: 'COMPANY_STAFF', participants: 7 }], 7],
    [[{ targetGroup: 'EMPLOYEES', participants: 7, sme: true }], 7],
  ];
  for (const [groups, total] of wrong) {
    const outcome = await report(groups, total);
    expect(outcome.result).toMatchObject({ reasons: [{ code: 'INVALID_INPUT' }] });
    expect(outcome.groups).toEqual([]);
    const [row] = await database.owner.query<{ state: string }[]>('SELECT state FROM reservation WHERE id = $1', [
      outcome.made.id,
    ]);
    expect(row!.state).toBe('CONFIRMED');
  }
});
