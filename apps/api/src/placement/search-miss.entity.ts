import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How often a search found nothing on a day. Empty texts stand for what the search did not say. Nothing about who
 * searched is in it, not even a hash.
 */
@Entity()
@Check('search_miss_times_bounded', 'times BETWEEN 1 AND 50')
export class SearchMiss {
  @PrimaryColumn('date')
  onDay: string;

  /** The first day of the month that was wanted. */
  @PrimaryColumn('date')
  wantedMonth: string;

  @PrimaryColumn('text', { default: '' })
  modelCode: string;

  @PrimaryColumn('text', { default: '' })
  domain: string;

  /** Of the municipality that the search was for. */
  @PrimaryColumn('text', { default: '' })
  nis: string;

  @Column('integer')
  times: number;
}
