import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { CreatedAt, Instant } from '../database/columns.js';
import { Locale, Role } from '../platform/graphql/enums.js';
import { Node } from '../platform/graphql/node.js';
import { Organisation } from './organisation.entity.js';

@ObjectType({ implements: () => Node, description: 'What a colleague or planner needs to know of somebody.' })
@Entity()
@Unique('person_email_unique', ['email'])
@Check('person_role_known', `role IN ('COORDINATOR', 'PLANNER', 'DRIVER', 'BUDGET_OFFICER', 'ADMINISTRATOR')`)
@Check('person_locale_known', `locale IN ('nl', 'fr', 'en')`)
export class Person implements Node {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('person_organisation_id')
  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'person_organisation' })
  organisation?: Relation<Organisation>;

  @Column('citext')
  email: string;

  @Field()
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true, select: false })
  passwordHash?: string | null;

  @Field(() => Role)
  @Column('text')
  role: Role;

  @Column('text', { default: Locale.nl })
  locale: Locale;

  /** What they may drive for the service; who has none drives no van. */
  @Column('text', { array: true, nullable: true })
  drivingLicences: string[] | null;

  @Column('jsonb', { nullable: true })
  drivingHours: { weekday: number; from: string; to: string }[] | null;

  @Column('boolean', { default: true })
  active: boolean;

  @Column('boolean', { default: false })
  demo: boolean;

  /** Since then a row without a name, for the figures of what was booked. */
  @Instant({ nullable: true })
  erasedAt: Date | null;

  /** One more at each change: two who change the same thing do not overwrite each other. */
  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
