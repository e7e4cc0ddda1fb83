import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { CreatedAt, Day } from '../database/columns.js';
import { Organisation } from '../people/organisation.entity.js';
import { Node } from '../platform/graphql/node.js';
import { DayScalar } from '../platform/graphql/scalars.js';
import { PositionQuality, PowerNeed } from './enums.js';

@ObjectType()
export class OpeningHours {
  @Field(() => Int, { description: '1 = Monday.' })
  weekday: number;

  @Field()
  from: string;

  @Field()
  to: string;
}

@Entity()
@ObjectType({ implements: () => Node, description: 'Where equipment stands or is used. A facility that is null is unknown.' })
@Unique('site_code_unique', ['code'])
@Check('site_position_quality_known', `position_quality IN ('TOWN', 'EXACT')`)
export class Site {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  code: string;

  @Index('site_organisation_id')
  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'site_organisation' })
  organisation?: Relation<Organisation>;

  @Field()
  @Column('text')
  name: string;

  @Field()
  @Column('text')
  kind: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  street: string | null;

  @Field()
  @Column('text')
  postcode: string;

  @Field()
  @Column('text')
  town: string;

  @Field()
  @Column('text')
  municipality: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  nis: string | null;

  @Field(() => Float)
  @Column('double precision')
  latitude: number;

  @Field(() => Float)
  @Column('double precision')
  longitude: number;

  @Field(() => PositionQuality)
  @Column('text')
  positionQuality: PositionQuality;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  sourceNote: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  deliveryStreet: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  deliveryNote: string | null;

  @Field(() => [OpeningHours])
  @Column('jsonb')
  openingHours: OpeningHours[];

  @Field()
  @Column('boolean', { default: true })
  openingHoursAssumed: boolean;

  @Field()
  @Column('boolean', { default: false })
  closedInSchoolHolidays: boolean;

  @Field(() => [PowerNeed], { nullable: true })
  @Column('text', { array: true, nullable: true })
  powerSupplies: PowerNeed[] | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { name: 'floor_area_m2', nullable: true })
  floorAreaM2: number | null;

  @Field(() => Boolean, { nullable: true })
  @Column('boolean', { nullable: true })
  stepFree: boolean | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  maxGroupSize: number | null;

  @Field()
  @Column('boolean', { default: false })
  facilitiesDemo: boolean;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  validFrom: string | null;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  validTo: string | null;

  /** One more at each change: two who change the same thing do not overwrite each other. */
  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
