import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CreatedAt, Instant } from '../database/columns.js';
import { Locale } from '../platform/graphql/enums.js';
import { Node } from '../platform/graphql/node.js';
import { AccessRequestState, OrganisationKind } from './enums.js';
import { Person } from './person.entity.js';

/** A school or company that asks to become a user. */
@ObjectType({ implements: () => Node })
@Entity()
@Check('access_request_state_known', `state IN ('OPEN', 'ACCEPTED', 'REJECTED')`)
@Index('access_request_one_open', ['enterpriseNumber'], { unique: true, where: `(state = 'OPEN'::text)` })
export class AccessRequest implements Node {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  organisationName: string;

  @Field(() => OrganisationKind)
  @Column('text')
  organisationKind: OrganisationKind;

  @Field()
  @Column('text')
  enterpriseNumber: string;

  @Field()
  @Column('text')
  contactName: string;

  @Field()
  @Column('citext')
  contactEmail: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  contactPhone: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  street: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  postcode: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  town: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  message: string | null;

  @Column('text')
  termsVersion: string;

  @Column('text', { default: Locale.nl })
  locale: Locale;

  @Field(() => AccessRequestState)
  @Column('text', { default: AccessRequestState.OPEN })
  state: AccessRequestState;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'decided_by', foreignKeyConstraintName: 'access_request_decided_by' })
  decider?: Relation<Person> | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  decisionReason: string | null;

  @Field()
  @CreatedAt()
  createdAt: Date;
}
