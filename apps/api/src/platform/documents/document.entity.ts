import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CreatedAt } from '../../database/columns.js';
import type { KeptType } from './media-type.js';

/** A stored file. Loose until a verb attaches it (`attachDocuments`) to what it is about; then it stays. */
@Entity()
@ObjectType('StoredDocument', { description: 'A photo or a report.' })
@Check('document_name_length', `length(name) BETWEEN 1 AND 120`)
@Check(
  'document_media_type_known',
  `media_type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'application/xml', 'text/plain')`,
)
@Check('document_size_positive', `size > 0`)
@Check('document_belongs_wholly', `(entity IS NULL) = (entity_id IS NULL)`)
@Index('document_entity', ['entity', 'entityId', 'position'])
@Index('document_loose', ['uploadedBy', 'createdAt'], { where: 'entity IS NULL' })
export class Document {
  /** May be made by the client, so that a repeated upload is the same file. */
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { nullable: true })
  entity: string | null;

  @Column('uuid', { nullable: true })
  entityId: string | null;

  @Column('integer', { default: 0 })
  position: number;

  @Field()
  @Column('text')
  name: string;

  @Field(() => String)
  @Column('text')
  mediaType: KeptType;

  @Field(() => Int, { description: 'In bytes.' })
  @Column('integer')
  size: number;

  @Column('bytea')
  sha256: Buffer;

  @Column('bytea', { select: false })
  content?: Buffer;

  // Named by its text: platform imports no other feature.
  @ForeignKey('Person', { name: 'document_uploaded_by' })
  @Column('uuid', { nullable: true })
  uploadedBy: string | null;

  @Field()
  @CreatedAt()
  createdAt: Date;
}
