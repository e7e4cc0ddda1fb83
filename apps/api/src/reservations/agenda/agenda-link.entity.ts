import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { CreatedAt, Instant } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';

/** What a link follows: one's own reservations, or what stands at a site, or where a kit goes. */
export const AgendaKind = enumOf('PERSON', 'SITE', 'UNIT');
export type AgendaKind = keyof typeof AgendaKind;
registerEnumType(AgendaKind, { name: 'AgendaKind' });

/** A secret link for a calendar program. It shows what its maker may see at that moment; the table keeps only its hash. */
@Entity()
@ObjectType()
@Unique('agenda_link_token_unique', ['tokenHash'])
@Unique('agenda_link_one', ['personId', 'kind', 'subjectId'])
@Check('agenda_link_kind_known', `kind IN ('PERSON', 'SITE', 'UNIT')`)
export class AgendaLink {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'agenda_link_person' })
  person?: Relation<Person>;

  @Field(() => AgendaKind)
  @Column('text')
  kind: AgendaKind;

  @Field(() => ID, { description: 'Of the person, the site or the unit.' })
  @Column('uuid')
  subjectId: string;

  @Field()
  @CreatedAt()
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When a calendar program last asked.' })
  @Instant({ nullable: true })
  lastUsedAt: Date | null;
}
