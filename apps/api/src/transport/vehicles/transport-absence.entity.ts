import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Day } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Vehicle } from './vehicle.entity.js';

@Entity()
@ObjectType({ description: 'Days, both included, on which a van or a driver cannot be planned.' })
@Check('transport_absence_of_one', `num_nonnulls(vehicle_id, person_id) = 1`)
@Check('transport_absence_ordered', `last_day >= first_day`)
export class TransportAbsence {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => ID, { nullable: true })
  @Index('transport_absence_vehicle_id')
  @Column('uuid', { nullable: true })
  vehicleId: string | null;

  @ManyToOne(() => Vehicle, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'transport_absence_vehicle' })
  vehicle?: Relation<Vehicle> | null;

  @Field(() => ID, { nullable: true })
  @Index('transport_absence_person_id')
  @Column('uuid', { nullable: true })
  personId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'transport_absence_person' })
  person?: Relation<Person> | null;

  @Field(() => DayScalar)
  @Day()
  firstDay: string;

  @Field(() => DayScalar)
  @Day()
  lastDay: string;

  @Field()
  @Column('text', { default: '' })
  reason: string;
}
