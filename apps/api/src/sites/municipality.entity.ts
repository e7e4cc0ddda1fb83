import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Day } from '../database/columns.js';

/** A municipality with its inhabitants on a day, for coverage. `area` is the arrondissement. */
@Entity()
@Check('municipality_inhabitants_not_negative', 'inhabitants >= 0')
export class Municipality {
  @PrimaryColumn('text')
  nis: string;

  @Column('text')
  name: string;

  @Column('text')
  area: string;

  @Column('integer')
  inhabitants: number;

  @Day()
  inhabitantsOn: string;

  @Column('text')
  source: string;
}
