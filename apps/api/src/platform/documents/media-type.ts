export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
/** What the program itself keeps besides: never shown by a browser, only given to keep. */
export type KeptType = MediaType | 'application/xml' | 'text/plain';

/** The type that the first bytes say; what else they are called does not count. Undefined: not a kind we keep. */
export function mediaTypeOf(bytes: Buffer): MediaType | undefined {
  const starts = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text;
  if (starts('\xff\xd8\xff')) return 'image/jpeg';
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp';
  if (starts('%PDF-')) return 'application/pdf';
  return undefined;
}

/** What a PDF can do by itself when it is opened. In packed streams it stays unseen: browsers never run those with rights. */
const ACTS = /\/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|RichMedia|XFA)\b/;

/** Whether a browser may show it in a tab; else it is only offered to keep. */
export function mayShowInline(mediaType: KeptType, content: Buffer): boolean {
  if (mediaType === 'application/xml' || mediaType === 'text/plain') return false;
  return mediaType !== 'application/pdf' || !ACTS.test(content.toString('latin1'));
}
