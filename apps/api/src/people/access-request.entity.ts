import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CreatedAt, Instant } from '../database/columns.js';
import { Locale } from '../platform/graphql/enums.js';
import { AccessRequestState, OrganisationKind } from './enums.js';
import { Person } from './person.entity.js';

/** A school or company that asks to become a user. */
@Entity()
@Check('access_request_state_known', `state IN ('OPEN', 'ACCEPTED', 'REJECTED')`)
@Index('access_request_one_open', ['enterpriseNumber'], { unique: true, where: `(state = 'OPEN'::text)` })
export class AccessRequest {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  organisationName: string;

  @Column('text')
  organisationKind: OrganisationKind;

  @Column('text')
  enterpriseNumber: string;

  @Column('text')
  contactName: string;

  @Column('citext')
  contactEmail: string;

  @Column('text', { nullable: true })
  contactPhone: string | null;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { nullable: true })
  postcode: string | null;

  @Column('text', { nullable: true })
  town: string | null;

  @Column('text', { nullable: true })
  message: string | null;

  @Column('text')
  termsVersion: string;

  @Column('text', { default: Locale.nl })
  locale: Locale;

  @Column('text', { default: AccessRequestState.OPEN })
  state: AccessRequestState;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'decided_by', foreignKeyConstraintName: 'access_request_decided_by' })
  decider?: Relation<Person> | null;

  @Instant({ nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  decisionReason: string | null;

  @CreatedAt()
  createdAt: Date;
}
