import sax from 'sax';

/** Why a file is no XML that we read. `line` is the line of the file, from 1. */
export type XmlProblem = 'NOT_XML' | 'HAS_DOCTYPE' | 'TOO_DEEP' | 'TOO_MANY_ELEMENTS';

export class UnreadableXml extends Error {
  constructor(
    readonly problem: XmlProblem,
    readonly line: number,
  ) {
    super(`${problem} at line ${line}`);
  }
}

/** An element with its text as it stands; nothing is taken for a number. */
export interface XmlElement {
  readonly uri: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly children: XmlElement[];
  text: string;
}

const DEEPEST = 40;
const MOST_ELEMENTS = 400_000;

/**
 * The root of an XML document, by namespace, whatever its prefixes. A document type is refused, so there are no entities to
 * expand and nothing to fetch. @throws {UnreadableXml}
 */
export function readXml(content: Buffer): XmlElement {
  const parser = sax.parser(true, { xmlns: true, position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const fail = (problem: XmlProblem): never => {
    throw new UnreadableXml(problem, (parser.line ?? 0) + 1);
  };
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
    else if (text.trim() !== '') fail('NOT_XML');
  };
  Object.assign(parser, {
    onerror: () => fail('NOT_XML'),
    ondoctype: () => fail('HAS_DOCTYPE'),
    onopentag: ({ uri, local, attributes }: sax.QualifiedTag) => {
      if (++count > MOST_ELEMENTS) fail('TOO_MANY_ELEMENTS');
      if (open.length >= DEEPEST) fail('TOO_DEEP');
      if (open.length === 0 && root) fail('NOT_XML');
      const plain: Record<string, string> = {};
      for (const attribute of Object.values(attributes)) plain[attribute.local || attribute.name] = attribute.value;
      const element: XmlElement = { uri, name: local, attributes: plain, line: parser.line + 1, children: [], text: '' };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    onclosetag: () => open.pop(),
    ontext: addText,
    oncdata: addText,
  });
  const text = decode(content, fail);
  if (text.includes('\u0000')) fail('NOT_XML');
  parser.write(text).close();
  return root && open.length === 0 ? root : fail('NOT_XML');
}

/** By its mark or by what it says of itself; UTF-8 otherwise, and bytes that are none are refused. */
function decode(content: Buffer, fail: (problem: XmlProblem) => never): string {
  const head = content.toString('latin1', 0, 200);
  const [, said] = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head) ?? [];
  const mark = head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
  try {
    return new TextDecoder(mark ?? said ?? 'utf-8', { fatal: true }).decode(content);
  } catch {
    return fail('NOT_XML');
  }
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element on a path of names. */
export function find(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

/** The text on a path, without the spaces around it; undefined when it is not there or says nothing. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return find(element, ...path)?.text.trim() || undefined;
}
