import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { Day, Instant } from '../../../database/columns.js';
import { EquipmentUnit } from '../../../equipment/equipment-unit.entity.js';
import { Person } from '../../../people/person.entity.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { RefusalCode } from '../../../platform/graphql/enums.js';
import { DayScalar } from '../../../platform/graphql/scalars.js';
import { Request } from '../../../reservations/requests/request.entity.js';
import { Reservation } from '../../../reservations/reservation.entity.js';
import { Site } from '../../../sites/site.entity.js';
import { PlanFigures, Proposal } from './proposal.entity.js';

export const ProposalItemKind = enumOf('PLACE_REQUEST', 'MOVE_RESERVATION', 'TRIP');
export type ProposalItemKind = keyof typeof ProposalItemKind;
registerEnumType(ProposalItemKind, { name: 'ProposalItemKind' });
export const ProposalItemState = enumOf('OPEN', 'ACCEPTED', 'STALE');
export type ProposalItemState = keyof typeof ProposalItemState;
registerEnumType(ProposalItemState, {
  name: 'ProposalItemState',
  description: 'STALE: what it rests on changed, or a guard refused it.',
});

/** One difference between a plan and things as they are, with the version of what it rests on. */
@Entity()
@ObjectType()
@Check('proposal_item_kind_known', `kind IN ('PLACE_REQUEST', 'MOVE_RESERVATION', 'TRIP')`)
@Check('proposal_item_state_known', `state IN ('OPEN', 'ACCEPTED', 'STALE')`)
@Check('proposal_item_days_ordered', `last_day >= first_day`)
@Check(
  'proposal_item_subject',
  `(kind = 'PLACE_REQUEST') = (request_id IS NOT NULL) AND (kind = 'MOVE_RESERVATION') = (reservation_id IS NOT NULL)`,
)
@Unique('proposal_item_position_unique', ['proposalId', 'position'])
export class ProposalItem {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  proposalId: string;

  @ManyToOne(() => Proposal, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'proposal_item_proposal' })
  proposal?: Relation<Proposal>;

  @Field(() => Int)
  @Column('integer')
  position: number;

  @Field(() => ProposalItemKind)
  @Column('text')
  kind: ProposalItemKind;

  @Index('proposal_item_request_id')
  @Column('uuid', { nullable: true })
  requestId: string | null;

  @ManyToOne(() => Request, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'proposal_item_request' })
  request?: Relation<Request> | null;

  @Index('proposal_item_reservation_id')
  @Column('uuid', { nullable: true })
  reservationId: string | null;

  @ManyToOne(() => Reservation, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'proposal_item_reservation' })
  reservation?: Relation<Reservation> | null;

  @Index('proposal_item_unit_id')
  @Column('uuid', { nullable: true })
  unitId: string | null;

  @ManyToOne(() => EquipmentUnit, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'proposal_item_unit' })
  unit?: Relation<EquipmentUnit> | null;

  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'proposal_item_site' })
  site?: Relation<Site> | null;

  @Field(() => DayScalar)
  @Day()
  firstDay: string;

  @Field(() => DayScalar)
  @Day()
  lastDay: string;

  /** Of the request or the reservation, when the plan was made. */
  @Column('integer')
  seenVersion: number;

  @Column('jsonb', { nullable: true })
  before: { readonly unitId: string; readonly firstDay: string; readonly lastDay: string } | null;

  @Field(() => PlanFigures)
  @Column('jsonb')
  figures: PlanFigures;

  @Column('jsonb', { default: {} })
  details: object;

  @Field(() => ProposalItemState)
  @Column('text', { default: 'OPEN' })
  state: ProposalItemState;

  @Field(() => [RefusalCode], { description: 'Why it could not be accepted.' })
  @Column('text', { array: true, default: [] })
  refusalCodes: RefusalCode[];

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'decided_by', foreignKeyConstraintName: 'proposal_item_decided_by' })
  decider?: Relation<Person> | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  decidedAt: Date | null;
}
