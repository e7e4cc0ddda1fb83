import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Instant } from '../database/columns.js';

/** A value that the installation keeps about itself, such as the version of the seed. */
@Entity()
export class Setting {
  @PrimaryColumn('text')
  key: string;

  @Column('jsonb')
  value: unknown;

  /** One more at each change: two who change the same thing do not overwrite each other. */
  @Column('integer', { default: 1 })
  version: number;

  @Instant({ default: () => 'now()' })
  updatedAt: Date;
}
