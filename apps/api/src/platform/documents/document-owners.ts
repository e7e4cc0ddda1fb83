import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { type Batch, grouped } from '../graphql/loaders.js';
import { Document } from './document.entity.js';

/** Whether this actor may read the files of this row. */
export type MayRead = (manager: EntityManager, actor: Actor, entityId: string) => Promise<boolean>;

const owners = new Map<string, MayRead>();

/** A feature says once, beside its module, who may read the files attached to its rows. */
export function ownsDocuments(entity: string, mayRead: MayRead): void {
  owners.set(entity, mayRead);
}

/** A loose file is its uploader's; an attached one follows what it is attached to, and what nobody owns nobody reads. */
export async function mayReadDocument(manager: EntityManager, actor: Actor, document: Document): Promise<boolean> {
  if (document.entity === null) return actor.personId !== null && actor.personId === document.uploadedBy;
  return (await owners.get(document.entity)?.(manager, actor, document.entityId!)) ?? false;
}

const batches = new Map<string, Batch<string, Document[]>>();

/** The files of rows of one kind, in their order, without their content; for `loaders.of(documentsOf('defect'))`. */
export function documentsOf(entity: string): Batch<string, Document[]> {
  const known = batches.get(entity);
  if (known) return known;
  const batch: Batch<string, Document[]> = async (ids, { manager }) => {
    const rows = await manager.find(Document, {
      where: { entity, entityId: In([...ids]) },
      order: { position: 'ASC', id: 'ASC' },
    });
    return grouped(ids, rows, (row) => row.entityId);
  };
  batches.set(entity, batch);
  return batch;
}
