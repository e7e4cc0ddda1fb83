import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Site } from '../../sites/site.entity.js';

export const Licence = enumOf('B', 'C1', 'C');
export type Licence = keyof typeof Licence;
registerEnumType(Licence, { name: 'Licence', description: 'Driving licence; B up to 3.5 tonnes with what is in it.' });

@Entity()
@ObjectType({ description: 'A van of the transport service.' })
@Unique('vehicle_code_unique', ['code'])
@Check('vehicle_carries', `volume_m3 > 0 AND payload_kg > 0`)
@Check('vehicle_licence_known', `licence IN ('B', 'C1', 'C')`)
@Check('vehicle_rates_not_negative', `cents_per_km >= 0 AND cents_per_hour >= 0 AND co2_grams_per_km >= 0`)
export class Vehicle {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  code: string;

  @Field()
  @Column('text')
  name: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  plate: string | null;

  @Index('vehicle_depot_site_id')
  @Column('uuid')
  depotSiteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'vehicle_depot' })
  depotSite?: Relation<Site>;

  @Field(() => Float)
  @Column('double precision', { name: 'volume_m3' })
  volumeM3: number;

  @Field(() => Int, { description: 'What may be loaded so that its licence still does.' })
  @Column('integer')
  payloadKg: number;

  @Field()
  @Column('boolean', { default: false })
  tailLift: boolean;

  @Field(() => Licence)
  @Column('text', { default: 'B' })
  licence: Licence;

  @Field(() => Int)
  @Column('integer')
  centsPerKm: number;

  @Field(() => Int, { description: 'Of the van with its driver; a helper counts once more.' })
  @Column('integer')
  centsPerHour: number;

  @Field(() => Int, { name: 'co2GramsPerKm' })
  @Column('integer', { name: 'co2_grams_per_km' })
  co2GramsPerKm: number;

  @Field()
  @Column('boolean', { default: true })
  active: boolean;

  @Column('integer', { default: 1 })
  version: number;
}
