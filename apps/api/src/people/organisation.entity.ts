import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CreatedAt } from '../database/columns.js';
import { Node } from '../platform/graphql/node.js';
import { OrganisationKind } from './enums.js';

@ObjectType({ implements: () => Node })
@Entity()
@Unique('organisation_code_unique', ['code'])
@Unique('organisation_enterprise_number_unique', ['enterpriseNumber'])
@Check(
  'organisation_kind_known',
  `kind IN ('OWNER', 'PUBLIC_SERVICE', 'TRAINING_PROVIDER', 'SCHOOL', 'COMPANY', 'KNOWLEDGE_CENTRE')`,
)
@Check('organisation_enterprise_number_digits', `enterprise_number ~ '^[01][0-9]{9}$'`)
export class Organisation implements Node {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  code: string;

  @Field()
  @Column('text')
  name: string;

  @Field(() => OrganisationKind)
  @Column('text')
  kind: OrganisationKind;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  enterpriseNumber: string | null;

  @Column('boolean', { default: true })
  active: boolean;

  /** One more at each change: two who change the same thing do not overwrite each other. */
  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
