import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Day } from '../../database/columns.js';
import type { LeftHow } from '../enums.js';
import { CentsColumn } from '../money.js';
import { InvoiceLine } from '../papers/papers.entities.js';

/** What a unit is worth; what it cost stands in its shares of invoice lines. */
@Entity()
@Check('asset_insured_not_negative', `insured_cents >= 0`)
@Check('asset_depreciation_range', `depreciation_years BETWEEN 1 AND 30`)
@Check('asset_left_how_known', `left_how IN ('SOLD', 'MOVED_OUT', 'SCRAPPED')`)
@Check('asset_left_wholly', `(left_on IS NULL) = (left_how IS NULL)`)
export class Asset {
  @ForeignKey('EquipmentUnit', { name: 'asset_unit', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  unitId: string;

  @CentsColumn({ nullable: true })
  insuredCents: bigint | null;

  @Column('integer', { default: 5 })
  depreciationYears: number;

  @Day({ nullable: true })
  depreciatesFrom: string | null;

  @Day({ nullable: true })
  leftOn: string | null;

  @Column('text', { nullable: true })
  leftHow: LeftHow | null;

  @Column('text', { default: '' })
  leftReason: string;

  @Column('integer', { default: 1 })
  version: number;
}

@Entity()
@Index('asset_share_invoice_line_id', ['invoiceLineId'])
@Check('asset_share_range', `basis_points BETWEEN 1 AND 10000`)
export class AssetShare {
  @ForeignKey(() => Asset, { name: 'asset_share_asset', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  unitId: string;

  @ForeignKey(() => InvoiceLine, { name: 'asset_share_invoice_line' })
  @PrimaryColumn('uuid')
  invoiceLineId: string;

  @Column('integer')
  basisPoints: number;
}
