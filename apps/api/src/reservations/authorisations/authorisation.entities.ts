import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { DayScalar } from '../../platform/graphql/scalars.js';

export const AuthorisationKind = enumOf('ORIENTATION', 'CERTIFICATE');
export type AuthorisationKind = keyof typeof AuthorisationKind;
registerEnumType(AuthorisationKind, { name: 'AuthorisationKind' });

/** That a model is lent only to who had its orientation or has its certificate. */
@Entity()
@ObjectType()
@Check('authorisation_rule_kind_known', `kind IN ('ORIENTATION', 'CERTIFICATE')`)
@Check('authorisation_rule_months_sensible', `valid_months >= 1 AND valid_months <= 120`)
export class AuthorisationRule {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  modelId: string;

  @OneToOne(() => EquipmentModel, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'authorisation_rule_model' })
  model?: Relation<EquipmentModel>;

  @Field(() => AuthorisationKind)
  @Column('text')
  kind: AuthorisationKind;

  @Field(() => Int, { nullable: true, description: 'How long one holds; without, it holds always.' })
  @Column('integer', { nullable: true })
  validMonths: number | null;

  @Instant({ default: () => 'now()' })
  updatedAt: Date;
}

/** That a person may have equipment of a model. */
@Entity()
@ObjectType()
@Unique('authorisation_one_per_day', ['personId', 'modelId', 'grantedOn'])
@Check('authorisation_days_ordered', `valid_until IS NULL OR valid_until >= granted_on`)
export class Authorisation {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'authorisation_person' })
  person?: Relation<Person>;

  @Index('authorisation_model_id')
  @Column('uuid')
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'authorisation_model' })
  model?: Relation<EquipmentModel>;

  @Field(() => DayScalar)
  @Day()
  grantedOn: string;

  @Field(() => DayScalar, { nullable: true, description: 'The last day on which it holds; without, it holds always.' })
  @Day({ nullable: true })
  validUntil: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'granted_by', foreignKeyConstraintName: 'authorisation_granted_by' })
  granter?: Relation<Person>;

  @Instant({ nullable: true })
  revokedAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
