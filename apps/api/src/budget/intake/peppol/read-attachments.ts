import { mediaTypeOf } from '../../../platform/documents/media-type.js';
import { childrenOf, find, textAt, type XmlElement } from '../xml/read-xml.js';
import type { Attachment } from './e-invoice.js';

/** Files inside the document, by what their bytes are; the names of other kinds, which stay inside. */
export function readAttachments(root: XmlElement): { attachments: Attachment[]; leftInside: string[] } {
  const attachments: Attachment[] = [];
  const leftInside: string[] = [];
  childrenOf(root, 'AdditionalDocumentReference').forEach((reference, at) => {
    const object = find(reference, 'Attachment', 'EmbeddedDocumentBinaryObject');
    if (!object) return;
    const name = (object.attributes['filename'] ?? textAt(reference, 'ID') ?? `bijlage-${at + 1}`).trim().slice(0, 120);
    const content = Buffer.from(object.text, 'base64');
    const mediaType = mediaTypeOf(content);
    if (mediaType && content.length > 0) attachments.push({ name, mediaType, content });
    else leftInside.push(name);
  });
  return { attachments, leftInside };
}
