import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CreatedAt } from '../../database/columns.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Reservation } from '../reservation.entity.js';

export const TargetGroup = enumOf('EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS');
export type TargetGroup = keyof typeof TargetGroup;
registerEnumType(TargetGroup, { name: 'TargetGroup', description: 'Whom the training is for.' });

/** Participants of one target group in one loan. Its hours are those of the reservation. */
@Entity()
@ObjectType()
@Check(
  'usage_group_target_known',
  `target_group IN ('EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS')`,
)
@Check('usage_group_participants_positive', `participants > 0`)
@Check('usage_group_sme_of_company', `(target_group = 'COMPANY_STAFF') = (sme IS NOT NULL)`)
@Check('usage_group_company_of_staff', `company_name IS NULL OR target_group = 'COMPANY_STAFF'`)
export class UsageGroup {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('usage_group_reservation_id')
  @Column('uuid')
  reservationId: string;

  @ManyToOne(() => Reservation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'usage_group_reservation' })
  reservation?: Relation<Reservation>;

  @Field(() => TargetGroup)
  @Column('text')
  targetGroup: TargetGroup;

  @Field(() => Int)
  @Column('integer')
  participants: number;

  @Field(() => Boolean, { nullable: true, description: 'Of a company’s staff: whether it is a small or medium enterprise.' })
  @Column('boolean', { nullable: true })
  sme: boolean | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  companyName: string | null;

  @CreatedAt()
  createdAt: Date;
}
