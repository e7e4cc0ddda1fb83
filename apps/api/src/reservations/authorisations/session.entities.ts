import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Site } from '../../sites/site.entity.js';

export const AuthorisationSessionState = enumOf('PLANNED', 'CANCELLED');
export type AuthorisationSessionState = keyof typeof AuthorisationSessionState;
registerEnumType(AuthorisationSessionState, { name: 'AuthorisationSessionState' });

export const SessionPlaceState = enumOf('JOINED', 'ATTENDED', 'ABSENT');
export type SessionPlaceState = keyof typeof SessionPlaceState;
registerEnumType(SessionPlaceState, { name: 'SessionPlaceState' });

/** A day on which people come for what a model asks: an orientation, or the test for a certificate. */
@Entity()
@ObjectType()
@Check('authorisation_session_state_known', `state IN ('PLANNED', 'CANCELLED')`)
@Check('authorisation_session_from', `from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
@Check('authorisation_session_to', `to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
@Check('authorisation_session_times_ordered', `to_time > from_time`)
@Check('authorisation_session_has_room', `taken >= 0 AND taken <= places AND places <= 200`)
export class AuthorisationSession {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'authorisation_session_model' })
  model?: Relation<EquipmentModel>;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'authorisation_session_site' })
  site?: Relation<Site>;

  @Index('authorisation_session_day')
  @Field(() => DayScalar)
  @Day()
  day: string;

  @Field({ description: 'On the clock in Brussels, as 09:00.' })
  @Column('text')
  fromTime: string;

  @Field()
  @Column('text')
  toTime: string;

  @Field({ description: 'Who gives it.' })
  @Column('text')
  trainer: string;

  @Field(() => Int)
  @Column('integer')
  places: number;

  @Field(() => Int, { description: 'How many places are taken.' })
  @Column('integer', { default: 0 })
  taken: number;

  @Field(() => AuthorisationSessionState)
  @Column('text', { default: 'PLANNED' })
  state: AuthorisationSessionState;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  @Column('text', { nullable: true })
  reason: string | null;

  @CreatedAt()
  createdAt: Date;
}

/** That a person comes, came or did not come. Who leaves again has none. */
@Entity()
@Check('session_place_state_known', `state IN ('JOINED', 'ATTENDED', 'ABSENT')`)
export class SessionPlace {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_place_once' })
  sessionId: string;

  @ManyToOne(() => AuthorisationSession, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'session_place_session' })
  session?: Relation<AuthorisationSession>;

  @Index('session_place_person_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_place_once' })
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'session_place_person' })
  person?: Relation<Person>;

  @Column('text', { default: 'JOINED' })
  state: SessionPlaceState;

  @Instant({ default: () => 'now()' })
  joinedAt: Date;
}
