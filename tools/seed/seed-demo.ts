import type { ClientBase } from 'pg';
import { seedBudget } from './budget/seed-budget.ts';
import { seedCare, seedTurnaround, turnaroundRows } from './care/seed-care.ts';
import { seedUsage } from './care/seed-usage.ts';
import { DEMO_SEED } from './demo-settings.ts';
import { loadDemoWorld } from './demo-world.ts';
import type { Day } from './days.ts';
import { insertRows } from './insert-rows.ts';
import { planYear } from './plan-year.ts';
import { random } from './random.ts';
import { range, reservationRows } from './reservation-rows.ts';
import { seedAuthorisations } from './seed-authorisations.ts';
import { seedHandovers } from './seed-handovers.ts';
import { seedInspections } from './seed-inspections.ts';
import { seedInstructors } from './seed-instructors.ts';
import { seedMisses } from './seed-misses.ts';
import { seedPackingLists } from './seed-packing-lists.ts';
import { seedPeople } from './seed-people.ts';
import { seedTransport } from './seed-transport.ts';
import { seedUnits } from './seed-units.ts';
import { seedRequests } from './requests/seed-requests.ts';
import { seedSeries } from './waiting/seed-series.ts';
import { seedWaiting } from './waiting/seed-waiting.ts';

/**
 * Adds what is only there to show the product: units, packing lists, people, inspections and a year of reservations
 * round `today`, each stay allowed by the availability rule. Expects the facts; the same `seed` and `today` give the same year.
 */
export async function seedDemo(client: ClientBase, { today, seed = DEMO_SEED }: { today: Day; seed?: number }): Promise<void> {
  const chance = random(seed);
  await seedUnits(client);
  await seedPackingLists(client);
  await seedPeople(client);
  await seedInspections(client, today, chance);
  await seedAuthorisations(client, today);
  await seedTurnaround(client);
  const demo = await loadDemoWorld(client);
  const { bookings, maintenance } = planYear(demo, today, chance);
  const { reservations, occupancies } = reservationRows(bookings, demo, today, chance);
  await insertRows(client, 'reservation', reservations);
  await insertRows(client, 'occupancy', occupancies);
  await insertRows(client, 'occupancy', turnaroundRows(occupancies, demo));
  await insertRows(
    client,
    'occupancy',
    maintenance.map(({ unitId, period, reason }) => ({ unit_id: unitId, kind: 'MAINTENANCE', during: range(period), reason })),
  );
  await seedHandovers(client);
  await seedInstructors(client, today);
  await seedSeries(client, today);
  await seedWaiting(client, today);
  await seedCare(client, today);
  await seedRequests(client, today, random(seed + 2));
  await seedUsage(client, random(seed + 1));
  await seedMisses(client, today, random(seed + 9));
  await seedBudget(client, today, seed);
  await seedTransport(client, demo, today);
}
