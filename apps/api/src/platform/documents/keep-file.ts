import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { Document } from './document.entity.js';
import type { KeptType } from './media-type.js';
import { safeName } from './store-document.js';

export interface FileToKeep {
  readonly name: string;
  readonly mediaType: KeptType;
  readonly content: Buffer;
}

/** Keeps files that the program itself took in, attached from the start, in their order; the verb that calls it leaves the trace. */
export async function keepFiles(
  tx: EntityManager,
  actor: Actor,
  entity: string,
  entityId: string,
  files: readonly FileToKeep[],
): Promise<void> {
  let position = 0;
  for (const { name, mediaType, content } of files)
    await tx.insert(Document, {
      entity,
      entityId,
      position: ++position,
      name: safeName(name, mediaType),
      mediaType,
      size: content.length,
      sha256: createHash('sha256').update(content).digest(),
      content,
      uploadedBy: actor.personId,
    });
}

/** Gives all files of one thing to another: of a paper that came in to what it became. */
export async function moveFiles(
  tx: EntityManager,
  from: readonly [string, string],
  to: readonly [string, string],
): Promise<void> {
  await tx.update(Document, { entity: from[0], entityId: from[1] }, { entity: to[0], entityId: to[1] });
}
