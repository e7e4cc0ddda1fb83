import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Day, Instant } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';
import { DayScalar } from '../../platform/graphql/scalars.js';

/** One run of one retention rule: what it took away, and who asked for it; nobody when the program did by itself. */
@Entity()
@ObjectType()
@Check('retention_run_removed_not_negative', 'removed >= 0')
export class RetentionRun {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Index('retention_run_at')
  @Instant({ default: () => 'now()' })
  at: Date;

  @Field()
  @Column('text')
  rule: string;

  @Field(() => DayScalar, { description: 'What is older was taken away.' })
  @Day()
  beforeDay: string;

  @Field(() => Int)
  @Column('integer')
  removed: number;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ foreignKeyConstraintName: 'retention_run_actor' })
  actor?: Relation<Person>;
}
