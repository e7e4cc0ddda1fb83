import { createRequire } from 'node:module';

export type Pdf = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;

const { resolve } = createRequire(import.meta.url);
const figtree = (name: string) => resolve(`@expo-google-fonts/figtree/${name}/Figtree_${name}.ttf`);

export const BODY = 'body';
export const BOLD = 'bold';
/** The screens' own font, embedded: only the glyphs that occur, with what they mean. */
export const FONTS: Record<string, string> = { [BODY]: figtree('400Regular'), [BOLD]: figtree('600SemiBold') };

export const MARGIN = 40;
export const INK = '#13213B';
export const MUTED = '#4B5872';
export const LINE = '#857C69';
export const SOFT = '#E4ECF8';
export const BAR = '#174A94';

/** An element of the document's structure that holds what `draw` draws. */
export function element(doc: Pdf, tag: string, draw: () => void, options: object = {}): Structure {
  return doc.struct(tag, options as PDFKit.Mixins.StructureElementOptions, draw);
}
