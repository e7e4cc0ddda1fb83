import type { PlacementRefusal, Worth } from '@karavaan/domain';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Day } from '../../database/columns.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Request } from '../requests/request.entity.js';
import { RequestRound } from './request-round.entity.js';

export type PlacementKind = 'PLACED' | 'CAP' | 'COMPETITORS' | 'NO_TIME' | 'LEFT_OUT';

/** What stood in the way, as the allocation told it. */
export interface Why {
  readonly cap?: 'placements' | 'days';
  readonly limit?: number;
  readonly rivals?: readonly string[];
  readonly obstacles?: readonly { readonly times: number; readonly example: PlacementRefusal }[];
}

/** What a round says of a request. */
@Entity()
@Check('round_placement_kind_known', `kind IN ('PLACED', 'CAP', 'COMPETITORS', 'NO_TIME', 'LEFT_OUT')`)
@Check('round_placement_outcome_known', `outcome IN ('PLACED', 'REFUSED', 'NOT_OPEN')`)
@Check(
  'round_placement_placed_has_slot',
  `(kind = 'PLACED') = (unit_id IS NOT NULL AND first_day IS NOT NULL AND last_day IS NOT NULL)`,
)
export class RoundPlacement {
  @PrimaryColumn('uuid')
  roundId: string;

  @ManyToOne(() => RequestRound, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'round_placement_round' })
  round?: Relation<RequestRound>;

  @Index('round_placement_request_id')
  @PrimaryColumn('uuid')
  requestId: string;

  @ManyToOne(() => Request, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'round_placement_request' })
  request?: Relation<Request>;

  @Column('text')
  kind: PlacementKind;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @ManyToOne(() => EquipmentUnit, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'round_placement_unit' })
  unit?: Relation<EquipmentUnit> | null;

  @Day({ nullable: true })
  firstDay: string | null;

  @Day({ nullable: true })
  lastDay: string | null;

  @Column('boolean', { default: false })
  preferred: boolean;

  @Column('boolean', { default: false })
  pinned: boolean;

  @Column('double precision', { nullable: true })
  extraKm: number | null;

  @Column('jsonb')
  worth: Worth;

  @Column('jsonb', { default: {} })
  why: Why;

  @Column('text', { nullable: true })
  outcome: 'PLACED' | 'REFUSED' | 'NOT_OPEN' | null;

  @Column('text', { array: true, default: [] })
  refusalCodes: string[];
}
