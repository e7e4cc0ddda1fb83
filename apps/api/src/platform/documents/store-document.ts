import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../audit.js';
import { isUuid } from '../is-uuid.js';
import { refuse } from '../refuse.js';
import { Document } from './document.entity.js';
import { mediaTypeOf } from './media-type.js';

/** Loose files one person may have at a time: room for a day's photos without network, not for a store of one's own. */
export const MOST_LOOSE = 200;

/**
 * Keeps a file, loose: only its uploader sees it until it is attached. The same id with the same content is the same file,
 * so an upload may be repeated.
 */
export async function storeDocument(
  tx: EntityManager,
  actor: Actor,
  file: { id: string; name: string; content: Buffer },
): Promise<Document> {
  if (actor.personId === null) refuse('NOT_SIGNED_IN');
  if (!isUuid(file.id)) refuse('INVALID_INPUT', { field: 'id' });
  const mediaType = mediaTypeOf(file.content);
  if (!mediaType) refuse('INVALID_INPUT', { field: 'content' });
  const sha256 = createHash('sha256').update(file.content).digest();
  // Uploads of one person follow each other, so that the count holds and a repeat finds the first.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`documents:${actor.personId}`]);
  const earlier = await tx.findOneBy(Document, { id: file.id });
  if (earlier) {
    if (earlier.uploadedBy !== actor.personId || !earlier.sha256.equals(sha256)) refuse('KEY_REUSED', { field: 'id' });
    return earlier;
  }
  const [loose] = await tx.query<[{ count: number }]>(
    'SELECT count(*)::int FROM document WHERE uploaded_by = $1 AND entity IS NULL',
    [actor.personId],
  );
  if (loose.count >= MOST_LOOSE) refuse('TOO_MANY_ATTEMPTS', { field: 'content', available: String(MOST_LOOSE) });
  await tx.insert(Document, {
    id: file.id,
    name: safeName(file.name, mediaType),
    mediaType,
    size: file.content.length,
    sha256,
    content: file.content,
    uploadedBy: actor.personId,
  });
  const stored = (await tx.findOneBy(Document, { id: file.id }))!;
  await recordAudit(tx, actor, {
    action: 'document.upload',
    entity: 'document',
    entityId: stored.id,
    after: { mediaType, size: stored.size, sha256: sha256.toString('hex') },
  });
  return stored;
}

/** A name that no file system and no header can misread. */
export function safeName(name: string, mediaType: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .trim()
    .slice(-120);
  return plain || `karavaan.${mediaType.split('/')[1]}`;
}
