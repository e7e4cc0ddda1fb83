import { createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';
import { OpeningHours } from '../../sites/site.entity.js';
import { Licence } from '../vehicles/vehicle.entity.js';
import { TransportAbsence } from '../vehicles/transport-absence.entity.js';
import { Trip } from './trip.entity.js';

@ObjectType({ description: 'Who drives for the transport service.' })
export class Driver {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => [Licence])
  licences: Licence[];

  @Field(() => [OpeningHours], { description: 'When they work.' })
  hours: OpeningHours[];
}

@ObjectType({ description: 'What is known of where a kit is to be moved: whom to call, and how to get in.' })
export class StopContact {
  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;
}

@ObjectType({ description: 'What a trip costs by the rates of its van, and what it puts in the air.' })
export class TripFigures {
  @Field(() => Int, { description: 'Between leaving the depot and coming back.' })
  minutes: number;

  @Field(() => String, { description: 'Cents.' })
  cents: string;

  @Field(() => Float)
  co2Kg: number;

  @Field(() => Float, { description: 'The most that is in the van at once.' })
  volumeM3: number;

  @Field(() => Float)
  massKg: number;

  @Field(() => Float, { description: 'Driven with nothing in the van.' })
  emptyKm: number;
}

export const TripResult = createUnionType({
  name: 'TripResult',
  types: () => [Trip, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : Trip),
});

export const AbsenceResult = createUnionType({
  name: 'AbsenceResult',
  types: () => [TransportAbsence, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : TransportAbsence),
});
