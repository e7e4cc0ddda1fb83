import { makePerson } from '../../../test/factories.js';
import { dayAhead, hours, makeModel, makeUnit } from '../../../test/place-factories.js';
import type { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import type { Person } from '../../people/person.entity.js';
import * as centres from '../../reservations/centres.fixture.js';
import { Vehicle } from '../vehicles/vehicle.entity.js';

export const makeVan = (fields: Partial<Vehicle> = {}) =>
  centres.app.database.app.manager.getRepository(Vehicle).save({
    code: centres.nextKey('van'),
    name: 'Bestelwagen',
    depotSiteId: centres.home.id,
    volumeM3: 10,
    payloadKg: 900,
    centsPerKm: 50,
    centsPerHour: 4_000,
    co2GramsPerKm: 200,
    ...fields,
  });

export const makeDriver = (fields: Partial<Person> = {}) =>
  makePerson(centres.app.database.app.manager, {
    role: 'DRIVER',
    drivingLicences: ['B'],
    drivingHours: hours('07:00', '17:00'),
    ...fields,
  });

/** A confirmed booking at `far` in the second of the weeks ahead, and the leg that it owes. */
export async function bookedLeg(fields: Partial<EquipmentModel> = {}): Promise<{ legId: string; id: string; unitId: string }> {
  const { manager } = centres.app.database.app;
  const model = await makeModel(manager, { maxParticipants: 12, ...fields });
  const unit = await makeUnit(manager, model, centres.home);
  const booked = await centres.reserve([unit], centres.own, { firstDay: dayAhead(8), lastDay: dayAhead(9) });
  expect(booked.__typename).toBe('Reservation');
  await centres.act('confirmReservation', booked, centres.planner);
  const [leg] = await centres.rows<{ id: string }>('SELECT id FROM leg WHERE reservation_id = $1', [booked.id]);
  return { legId: leg!.id, id: booked.id, unitId: unit.id };
}

export interface TripAnswer {
  __typename: string;
  id: string;
  version: number;
  state: string;
  day: string;
  km: number;
  departsAt: string;
  stops: { kind: string; doneAt: string | null; arrivesAt: string; leg: { id: string } }[];
  events: { id: string; kind: string; settledAt: string | null }[];
  figures: { cents: string; co2Kg: number; volumeM3: number; massKg: number; emptyKm: number };
  reasons: { code: string; needed: string | null; unit: { code: string } | null }[];
}

const TRIP = `{ __typename ... on Trip { id version state day km departsAt stops { kind doneAt arrivesAt leg { id } }
  events { id kind settledAt } figures { cents co2Kg volumeM3 massKg emptyKm } }
  ... on Refusal { reasons { code needed unit { code } } } }`;

async function mutate(parameters: string, call: string, variables: object, as?: string): Promise<TripAnswer> {
  const { data, errors } = await centres.app.graphql(`mutation (${parameters}) { result: ${call} ${TRIP} }`, variables, as);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: TripAnswer }).result;
}

export const plan = (input: object, as: string | undefined = centres.planner) =>
  mutate(
    '$input: PlanTripInput!',
    'planTrip(input: $input)',
    { input: { idempotencyKey: centres.nextKey('trip'), ...input } },
    as,
  );
export const change = (input: object, as: string | undefined = centres.planner) =>
  mutate('$input: ChangeTripInput!', 'changeTrip(input: $input)', { input }, as);
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });
export const turn = (trip: { id: string; version: number }, state: string, as: string | undefined = centres.planner) =>
  mutate('$trip: SeenTrip!, $state: TripState!', 'turnTrip(trip: $trip, state: $state)', { trip: seen(trip), state }, as);
export const see = (trip: { id: string; version: number }, as: string) =>
  mutate('$trip: SeenTrip!', 'seeTrip(trip: $trip)', { trip: seen(trip) }, as);
export const move = (legId: string, from: TripAnswer, to: TripAnswer) =>
  mutate(
    '$legId: ID!, $from: SeenTrip!, $to: SeenTrip!',
    'moveLeg(legId: $legId, from: $from, to: $to)',
    { legId, from: seen(from), to: seen(to) },
    centres.planner,
  );
export const deviate = (input: object, as: string) =>
  mutate('$input: DeviationInput!', 'reportDeviation(input: $input)', { input }, as);
export const settle = (id: string) => mutate('$id: ID!', 'settleEvent(id: $id)', { id }, centres.planner);

export async function readTrip(id: string, as = centres.planner): Promise<TripAnswer | null> {
  const { data, errors } = await centres.app.graphql(
    `query ($id: ID!) { result: trip(id: $id) ${TRIP.replace('... on Trip {', '').replace(/\}\s+\.\.\. on Refusal[\s\S]*$/, '}')} }`,
    { id },
    as,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { result: TripAnswer | null }).result;
}

export const refusedFor = (code: string) => ({
  __typename: 'Refusal',
  reasons: [expect.objectContaining({ code })] as unknown,
});
