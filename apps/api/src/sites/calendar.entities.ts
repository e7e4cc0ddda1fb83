import { Field, Float, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { Day, Instant } from '../database/columns.js';
import { Site } from './site.entity.js';

/** One way between two sites, with where the figure comes from. */
@Entity()
@Check('site_travel_km_positive', `km > 0`)
@Check('site_travel_minutes_positive', `minutes > 0`)
@Check('site_travel_moves', `from_site_id <> to_site_id`)
export class SiteTravel {
  @PrimaryColumn('uuid')
  fromSiteId: string;

  @ManyToOne(() => Site, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'from_site_id', foreignKeyConstraintName: 'site_travel_from' })
  fromSite?: Relation<Site>;

  @PrimaryColumn('uuid')
  toSiteId: string;

  @ManyToOne(() => Site, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'to_site_id', foreignKeyConstraintName: 'site_travel_to' })
  toSite?: Relation<Site>;

  @Column('double precision')
  km: number;

  @Column('integer')
  minutes: number;

  @Column('text')
  source: string;

  @Instant({ default: () => 'now()' })
  computedAt: Date;
}

@Entity()
@ObjectType({ description: 'A place of the province by postcode, for people who do not know a site.' })
export class Place {
  @Field()
  @PrimaryColumn('text')
  postcode: string;

  @Field()
  @PrimaryColumn('text')
  name: string;

  @Field()
  @Column('text')
  municipality: string;

  @Field()
  @Column('text')
  nis: string;

  @Field(() => Float)
  @Column('double precision')
  latitude: number;

  @Field(() => Float)
  @Column('double precision')
  longitude: number;
}

@Entity()
@Check('holiday_kind_known', `kind IN ('PUBLIC', 'SCHOOL', 'COMMUNITY')`)
@Check('holiday_days_ordered', `last_day >= first_day`)
@Unique('holiday_unique', ['kind', 'firstDay'])
export class Holiday {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  kind: 'PUBLIC' | 'SCHOOL' | 'COMMUNITY';

  @Day()
  firstDay: string;

  @Day()
  lastDay: string;

  @Column('text')
  nameNl: string;

  @Column('text')
  nameFr: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  status: string;

  @Column('text', { nullable: true })
  source: string | null;

  /** Counts for nothing when not. */
  @Column('boolean', { default: true })
  active: boolean;

  /** One more at each change: two who change the same thing do not overwrite each other. */
  @Column('integer', { default: 1 })
  version: number;
}

/** Days on which a site, or without a site everything, is closed. */
@Entity()
@Check('closure_days_ordered', `last_day >= first_day`)
export class Closure {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('closure_site_id')
  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'closure_site' })
  site?: Relation<Site> | null;

  @Day()
  firstDay: string;

  @Day()
  lastDay: string;

  @Column('text')
  reason: string;
}
