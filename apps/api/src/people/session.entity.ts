import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CreatedAt, Instant } from '../database/columns.js';
import { Person } from './person.entity.js';

/** Who is signed in. The cookie holds the token, the table only its SHA-256. */
@Entity()
export class Session {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Index('session_person_id')
  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'session_person' })
  person?: Relation<Person>;

  @CreatedAt()
  createdAt: Date;

  @Instant({ default: () => 'now()' })
  lastSeenAt: Date;

  @Instant()
  expiresAt: Date;
}

/** A link by which a person sets a password once. */
@Entity()
export class PasswordToken {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'password_token_person' })
  person?: Relation<Person>;

  @Instant()
  expiresAt: Date;

  @Instant({ nullable: true })
  usedAt: Date | null;
}

/** One failed or running attempt; the subject (an e-mail or IP address) is only kept as a keyed hash. */
@Entity()
@Index('sign_in_attempt_subject_at', ['subjectHash', 'at'])
export class SignInAttempt {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('bytea')
  subjectHash: Buffer;

  @Instant({ default: () => 'now()' })
  at: Date;
}
