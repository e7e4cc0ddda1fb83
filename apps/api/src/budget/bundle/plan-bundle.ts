import { createHash } from 'node:crypto';
import { writeAmount, writeCommunication } from '@karavaan/domain';
import type { BundleFile, BundleItem } from './read-bundle.js';

/** A file of the bundle: one that is kept, or a small one that is written for it. */
export interface PlannedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly documentId: string | null;
  readonly text: string | null;
}

export interface PlannedItem {
  readonly number: string;
  readonly item: BundleItem;
  readonly paths: readonly string[];
}

export interface BundlePlan {
  readonly items: readonly PlannedItem[];
  readonly files: readonly PlannedFile[];
  readonly publicity: readonly string[];
}

const FOLDERS: Readonly<Record<string, string>> = {
  invoice: 'facturen',
  payment: 'betalingen',
  commitment: 'overheidsopdrachten',
  claim: 'publiciteit',
};

/**
 * Where each paper stands in the bundle and which papers each item rests on. A paper that several items share stands there once.
 */
export function planBundle(items: readonly BundleItem[], kept: readonly BundleFile[]): BundlePlan {
  const files: PlannedFile[] = [];
  const taken = new Set<string>();
  const byPaper = new Map<string, string[]>();
  const labels = labelsOf(items);
  for (const { id, entity, entityId, name, size, sha256 } of kept) {
    const folder = FOLDERS[entity]!;
    const label = labels.get(entityId);
    const path = unique(taken, label ? `${folder}/${label}/${plain(name)}` : `${folder}/${plain(name)}`);
    files.push({ path, sha256: sha256.toString('hex'), size, documentId: id, text: null });
    byPaper.set(entityId, [...(byPaper.get(entityId) ?? []), path]);
  }
  for (const item of items) {
    if (!item.paymentId || !item.statement || byPaper.get(item.paymentId)?.some((path) => path.endsWith('uittreksel.txt')))
      continue;
    const text = proofOf(item);
    const path = unique(taken, `betalingen/${labels.get(item.paymentId)!}/uittreksel.txt`);
    files.push({
      path,
      sha256: createHash('sha256').update(text).digest('hex'),
      size: Buffer.byteLength(text),
      documentId: null,
      text,
    });
    byPaper.set(item.paymentId, [...(byPaper.get(item.paymentId) ?? []), path]);
  }
  const planned = items.map((item, at) => ({
    number: String(at + 1).padStart(4, '0'),
    item,
    paths: [item.invoiceId, item.paymentId, item.commitmentId].flatMap((id) => (id ? (byPaper.get(id) ?? []) : [])),
  }));
  const publicity = files.filter(({ path }) => path.startsWith('publiciteit/')).map(({ path }) => path);
  return { items: planned, files, publicity };
}

/** A folder name for each paper, that people recognise. */
function labelsOf(items: readonly BundleItem[]): Map<string, string> {
  const labels = new Map<string, string>();
  const used = new Set<string>();
  const add = (id: string | null, label: string) => {
    if (id && !labels.has(id)) labels.set(id, unique(used, plain(label)));
  };
  for (const item of items) {
    add(item.invoiceId, `${item.supplier ?? ''} ${item.invoiceNumber ?? ''}`);
    add(item.paymentId, `${item.paidOn ?? ''} ${item.supplier ?? ''} ${item.invoiceNumber ?? ''} betaling`);
    add(item.commitmentId, `bestelling ${item.commitmentNumber ?? ''}`);
  }
  return labels;
}

/** What the bank said of this payment, and nothing of the other movements of its statement. */
function proofOf(item: BundleItem): string {
  const lines = [
    ['Rekening', item.account],
    ['Uittreksel', item.statement],
    ['Datum', item.paidOn],
    ['Bedrag', item.paymentCents && `€ ${writeAmount(BigInt(item.paymentCents))}`],
    ['Tegenpartij', item.counterparty],
    ['Rekening van de tegenpartij', item.counterpartyAccount],
    ['Gestructureerde mededeling', item.communication && writeCommunication(item.communication)],
    ['Mededeling', item.message],
    ['Kenmerk van de bank', item.paymentReference],
    ['Betaalt', `${item.supplier ?? ''}, factuur ${item.invoiceNumber ?? ''}`],
  ] as const;
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value}\r\n`] : [])).join('');
}

/** A name for every file system. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || 'bestand';

function unique(taken: Set<string>, path: string): string {
  const dot = path.lastIndexOf('.');
  const [stem, end] = dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  let name = path;
  for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${stem} (${at})${end}`;
  taken.add(name.toLowerCase());
  return name;
}
