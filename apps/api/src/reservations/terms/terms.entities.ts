import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Instant } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';

/** One version of the terms of loan. It never changes: a new text is a new version. */
@Entity()
@ObjectType()
@Check('loan_terms_version_positive', `version > 0`)
export class LoanTerms {
  @Field(() => Int)
  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  textNl: string;

  @Column('text')
  textFr: string;

  @Column('text')
  textEn: string;

  @Field(() => Date)
  @Instant({ default: () => 'now()' })
  publishedAt: Date;
}

/** That a person accepted a version. */
@Entity()
export class TermsAcceptance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'terms_acceptance_once' })
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'terms_acceptance_person' })
  person?: Relation<Person>;

  @Index('terms_acceptance_version_of')
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'terms_acceptance_once' })
  version: number;

  @ManyToOne(() => LoanTerms, { nullable: false })
  @JoinColumn({ name: 'version', foreignKeyConstraintName: 'terms_acceptance_version' })
  terms?: Relation<LoanTerms>;

  @Instant({ default: () => 'now()' })
  acceptedAt: Date;
}
