import { addDays, daysBetween } from '@karavaan/domain';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { makePerson } from '../../../test/factories.js';
import { hours, makeModel, makeReservation, makeSite, makeUnit } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import type { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import type { Person } from '../../people/person.entity.js';
import { Mail } from '../../platform/mail/mail.entity.js';
import { readSettings, type Settings } from '../../platform/settings.js';
import type { Site } from '../../sites/site.entity.js';
import { remindOverdue } from './remind-overdue.js';
import { remindPickups } from './remind-pickups.js';

// A Friday; the Monday after it is the 1st of March.
const FRIDAY = '2027-02-26';
const MONDAY = '2027-03-01';

let database: TestDatabase;
let settings: Settings;
let model: EquipmentModel;
let site: Site;
let person: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  settings = readSettings({ DATABASE_URL: database.appUrl, CONTACT_PHONE: '050 12 34 56', LOG_LEVEL: 'silent' });
  model = await makeModel(database.app.manager, {});
  site = await makeSite(database.app.manager, { openingHours: hours('08:30', '16:00') });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.owner.query(`DELETE FROM mail; UPDATE reservation SET state = 'ENDED'`);
  person = await makePerson(database.app.manager, { locale: 'nl', organisationId: site.organisationId });
});

async function booked(
  firstDay: string,
  lastDay = firstDay,
  state = 'PLANNED',
  standing: 'CONFIRMED' | 'SUBMITTED' = 'CONFIRMED',
) {
  const { manager } = database.app;
  const unit = await makeUnit(manager, model, site);
  const reservation = await makeReservation(
    manager,
    { units: [unit], site, firstDay, lastDay },
    {
      state: standing,
      requesterId: person.id,
      organisationId: site.organisationId,
    },
  );
  await manager.query('UPDATE occupancy SET stay_state = $2 WHERE reservation_id = $1', [reservation.id, state]);
  return reservation;
}
const pickups = (day: string) => inTransaction(database.app, (tx) => remindPickups(tx, settings, day));
const overdue = (day: string) => inTransaction(database.app, (tx) => remindOverdue(tx, settings, day));
const mails = () => database.app.manager.findBy(Mail, { personId: person.id });

test('the day before, a reminder names the contact and the hours; on Friday it is for Monday', async () => {
  await booked(MONDAY);
  expect(await pickups(addDays(FRIDAY, -1))).toBe(0);
  expect(await pickups(FRIDAY)).toBe(1);
  const [mail] = await mails();
  expect(mail).toMatchObject({ template: 'pickupTomorrow', locale: 'nl' });
  expect(mail!.subject).toContain('maandag 1 maart 2027');
  expect(mail!.bodyText).toContain('Tussen: 08:30 en 16:00');
  expect(mail!.bodyText).toContain('Contact: 050 12 34 56, karavaan@localhost');
  expect(mail!.bodyText).toContain('/mijn-mails');
});

test('is told once however often and by however many the job runs, and again when the day moves', async () => {
  const { id } = await booked(MONDAY);
  const made = await Promise.all([1, 2, 3, 4].map(() => pickups(FRIDAY)));
  expect(made.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await pickups(addDays(FRIDAY, 1))).toBe(0);
  const later = addDays(MONDAY, 1);
  await database.owner.query(`UPDATE reservation SET first_day = $2, last_day = $2 WHERE id = $1`, [id, later]);
  expect(await pickups(MONDAY)).toBe(1);
});

test('only what is agreed and has not been handed over', async () => {
  await booked(MONDAY, MONDAY, 'PLANNED', 'SUBMITTED');
  await booked(MONDAY, MONDAY, 'PICKED_UP');
  expect(await pickups(FRIDAY)).toBe(0);
});

test('what is late is told the day after its last day, and again each week', async () => {
  const last = '2027-04-06';
  await booked('2027-04-05', last, 'PICKED_UP');
  await booked('2027-04-05', last, 'RELEASED');
  const told: number[] = [];
  for (let day = last; day <= addDays(last, 16); day = addDays(day, 1))
    if ((await overdue(day)) > 0) told.push(daysBetween(last, day));
  expect(told).toEqual([1, 8, 15]);
  expect((await mails()).map(({ template }) => template)).toEqual(['overdue', 'overdue', 'overdue']);
});
