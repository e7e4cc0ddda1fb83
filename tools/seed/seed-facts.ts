import type { ClientBase } from 'pg';
import { THRESHOLDS } from './budget/budget-data.ts';
import { seedPlans } from './care/seed-plans.ts';
import { idOf, insertRows } from './insert-rows.ts';
import { modelRow } from './model-row.ts';
import { readData } from './read-data.ts';
import { seedTravel } from './seed-travel.ts';

const WEEKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '17:00' }));

/**
 * Writes what holds without any demo: organisations that exist, their sites and the travel between them, models,
 * holidays and places. `demoFacilities` adds the invented facilities of a third of the sites, marked so.
 */
export async function seedFacts(client: ClientBase, { demoFacilities = false } = {}): Promise<void> {
  const organisations = await insertRows(client, 'organisation', readData('organisations'), 'code');
  await seedSites(client, organisations, demoFacilities);
  await seedTravel(client);
  await insertRows(client, 'equipment_model', readData('models').map(modelRow), 'code');
  await seedPlans(client);
  await insertRows(client, 'procurement_threshold', THRESHOLDS);
  await insertRows(
    client,
    'holiday',
    readData('holidays').map(({ kind, firstDay, lastDay, name, status, source }) => ({
      kind,
      first_day: firstDay,
      last_day: lastDay,
      name_nl: name.nl,
      name_fr: name.fr,
      name_en: name.en,
      status,
      source,
    })),
  );
  await insertRows(
    client,
    'municipality',
    readData('municipalities').map(({ inhabitantsOn, ...row }) => ({
      ...row,
      inhabitants_on: inhabitantsOn,
      source: 'Statbel',
    })),
  );
  await insertRows(
    client,
    'place',
    readData('places').map(({ postcode, name, municipality, nis, latitude, longitude }) => ({
      postcode,
      name,
      municipality,
      nis,
      latitude,
      longitude,
    })),
  );
}

function seedSites(client: ClientBase, organisations: Map<string, string>, demoFacilities: boolean) {
  const rows = readData('sites').map((site) => {
    const facilities = demoFacilities ? site.demoFacilities : null;
    return {
      code: site.code,
      organisation_id: idOf(organisations, site.organisation),
      name: site.name,
      kind: site.kind,
      street: site.street,
      postcode: site.postcode,
      town: site.town,
      municipality: site.municipality,
      nis: site.nis,
      latitude: site.latitude,
      longitude: site.longitude,
      position_quality: site.positionQuality,
      source_note: site.sourceNote,
      opening_hours: WEEKDAYS,
      opening_hours_assumed: true,
      closed_in_school_holidays: site.closedInSchoolHolidays,
      power_supplies: facilities?.powerSupplies ?? null,
      floor_area_m2: facilities?.floorAreaM2 ?? null,
      step_free: facilities?.stepFree ?? null,
      max_group_size: facilities?.maxGroupSize ?? null,
      facilities_demo: facilities !== null,
      valid_from: site.validFrom,
    };
  });
  return insertRows(client, 'site', rows, 'code');
}
