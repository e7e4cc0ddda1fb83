import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import type { Basis, PowerNeed } from '@karavaan/domain';

const BASES = `('ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED')`;

/** Catalogue entry: what it is, needs and measures; each figure has a basis. */
@Entity()
@Unique('equipment_model_code_unique', ['code'])
@Check('equipment_model_mobility_known', `mobility IN ('FIXED', 'MOBILE')`)
@Check('equipment_model_setup_not_negative', `setup_minutes >= 0`)
@Check('equipment_model_pack_not_negative', `pack_minutes >= 0`)
@Check('equipment_model_power_known', `power_need IN ('NONE', 'V230_16A', 'V400_16A', 'V400_32A')`)
@Check(
  'equipment_model_basis_known',
  ['volume', 'mass', 'time', 'power', 'floor', 'participants'].map((figure) => `${figure}_basis IN ${BASES}`).join(' AND '),
)
export class EquipmentModel {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  nameNl: string;

  @Column('text')
  nameFr: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  promiseNl: string;

  @Column('text')
  promiseFr: string;

  @Column('text')
  promiseEn: string;

  @Index('equipment_model_domain')
  @Column('text')
  domain: string;

  @Column('text')
  drawing: string;

  @Column('text', { nullable: true })
  exampleProduct: string | null;

  @Column('text')
  mobility: 'FIXED' | 'MOBILE';

  @Column('integer')
  cases: number;

  @Column('double precision', { name: 'volume_m3' })
  volumeM3: number;

  @Column('text')
  volumeBasis: Basis;

  @Column('double precision')
  massKg: number;

  @Column('text')
  massBasis: Basis;

  @Column('integer', { nullable: true })
  valueEurLow: number | null;

  @Column('integer', { nullable: true })
  valueEurHigh: number | null;

  @Column('text', { nullable: true })
  valueBasis: string | null;

  @Column('integer')
  setupMinutes: number;

  @Column('integer')
  packMinutes: number;

  @Column('text')
  timeBasis: Basis;

  @Column('text')
  powerNeed: PowerNeed;

  @Column('text', { nullable: true })
  powerDetail: string | null;

  @Column('text')
  powerBasis: Basis;

  @Column('double precision', { name: 'floor_m2' })
  floorM2: number;

  @Column('text')
  floorBasis: Basis;

  @Column('boolean')
  needsTailLift: boolean;

  @Column('boolean')
  needsTwoPersons: boolean;

  @Column('integer')
  maxParticipants: number;

  @Column('text')
  participantsBasis: Basis;

  @Column('text', { nullable: true })
  trainerRequirementNl: string | null;

  @Column('text', { nullable: true })
  trainerRequirementFr: string | null;

  @Column('text', { nullable: true })
  trainerRequirementEn: string | null;

  @Column('text', { nullable: true })
  inspectionDutyNl: string | null;

  @Column('text', { nullable: true })
  inspectionDutyFr: string | null;

  @Column('text', { nullable: true })
  inspectionDutyEn: string | null;

  @Column('integer', { nullable: true })
  inspectionIntervalMonths: number | null;

  @Column('text', { nullable: true })
  consumablesNl: string | null;

  @Column('text', { nullable: true })
  consumablesFr: string | null;

  @Column('text', { nullable: true })
  consumablesEn: string | null;

  @Column('text', { nullable: true })
  transportHazardsNl: string | null;

  @Column('text', { nullable: true })
  transportHazardsFr: string | null;

  @Column('text', { nullable: true })
  transportHazardsEn: string | null;

  @Column('text', { nullable: true })
  source: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  /** No longer in the catalogue when not. */
  @Column('boolean', { default: true })
  active: boolean;

  /** One more at each change: two who change the same thing do not overwrite each other. */
  @Column('integer', { default: 1 })
  version: number;
}

/** A part on a model's packing list. */
@Entity()
@Check('packing_item_quantity_positive', `quantity > 0`)
@Unique('packing_item_place_unique', ['modelId', 'box', 'position'])
export class PackingItem {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'packing_item_model' })
  model?: Relation<EquipmentModel>;

  @Column('integer')
  box: number;

  @Column('integer')
  position: number;

  @Column('text')
  nameNl: string;

  @Column('text')
  nameFr: string;

  @Column('text')
  nameEn: string;

  @Column('integer')
  quantity: number;
}
