import type { Cell, Heading, Table } from '../../platform/export/table.js';
import { CLAIM_STATES, PROCEDURE_WORDS } from '../budget.words.js';
import type { BundlePlan } from './plan-bundle.js';
import type { BundleClaim } from './read-bundle.js';

type Kind = Heading['kind'];
const heading = (text: string, kind: Kind = 'text'): Heading => ({ heading: text, kind });
/** Cents as a number that a spreadsheet adds up; two decimals of a double are exact far beyond any budget. */
const euros = (cents: string | null): Cell => (cents === null ? null : Number(`${cents}e-2`));
const word = (words: Readonly<Record<string, { nl: string }>>, value: string | null) =>
  value === null ? null : (words[value]?.nl ?? value);

/** The workbook of a claim: the claim, what it declares, and the papers under each euro. */
export function claimTables(claim: BundleClaim, plan: BundlePlan): Table[] {
  return [overview(claim), shares(claim), expenditure(plan), index(plan), files(plan)];
}

function overview(claim: BundleClaim): Table {
  const columns = [
    heading('Overeenkomst'),
    heading('Naam'),
    heading('Regels'),
    heading('Declaratie', 'number'),
    heading('Titel'),
    heading('Staat'),
    heading('Ingediend op', 'day'),
    heading('Gecertificeerd op', 'day'),
    heading('Gedeclareerd', 'number'),
    heading('Gecertificeerd', 'number'),
  ];
  const { agreementCode, agreement, regime, number, title, state, submittedOn, certifiedOn, declared, certified } = claim;
  const stands = word(CLAIM_STATES, state);
  const row = [
    agreementCode,
    agreement,
    regime,
    number,
    title,
    stands,
    submittedOn,
    certifiedOn,
    euros(declared),
    euros(certified),
  ];
  return { title: 'Declaratie', columns, rows: [row] };
}

function shares({ shares: parts }: BundleClaim): Table {
  return {
    title: 'Financiers',
    columns: [
      heading('Financier'),
      heading('Aandeel', 'percent'),
      heading('Gedeclareerd', 'number'),
      heading('Gecertificeerd', 'number'),
    ],
    rows: parts.map(({ funder, basisPoints, declared, certified }) => [
      funder,
      basisPoints / 10_000,
      euros(declared),
      euros(certified),
    ]),
  };
}

function expenditure({ items }: BundlePlan): Table {
  return {
    title: 'Uitgaven',
    columns: [
      heading('Post'),
      heading('Budgetlijn'),
      heading('Naam van de lijn'),
      heading('Leverancier'),
      heading('Ondernemingsnummer'),
      heading('Factuur'),
      heading('Factuurdatum', 'day'),
      heading('Factuurbedrag', 'number'),
      heading('Deel op deze lijn', 'number'),
      heading('Betaald op', 'day'),
      heading('Betaald', 'number'),
      heading('Gedeclareerd', 'number'),
      heading('Gecertificeerd', 'number'),
      heading('In mindering', 'number'),
      heading('Geparkeerd', 'number'),
      heading('Controle'),
      heading('Bestelling'),
      heading('Procedure'),
      heading('Omschrijving'),
    ],
    rows: items.map(({ number, item }) => [
      number,
      item.lineCode,
      item.lineName,
      item.supplier,
      item.enterpriseNumber,
      item.invoiceNumber,
      item.issuedOn,
      euros(item.invoiceTotal),
      euros(item.partCents),
      item.paidOn,
      euros(item.spent),
      euros(item.declared),
      euros(item.certified),
      euros(item.deducted),
      euros(item.parked),
      item.verdict,
      item.commitmentNumber === null ? null : String(item.commitmentNumber),
      word(PROCEDURE_WORDS, item.procedure),
      item.cost ?? (item.invoiceId ? null : 'Forfait'),
    ]),
  };
}

/** A row for each paper under each item: every euro can be followed to its papers. */
export function index({ items, files: kept, publicity }: BundlePlan): Table {
  const hashes = new Map(kept.map(({ path, sha256 }) => [path, sha256]));
  const row = (number: string, declared: string | null, what: string, path: string | null): Cell[] => [
    number,
    euros(declared),
    what,
    path,
    path === null ? null : hashes.get(path)!,
  ];
  return {
    title: 'Index',
    columns: [heading('Post'), heading('Gedeclareerd', 'number'), heading('Wat'), heading('Bestand'), heading('SHA-256')],
    rows: [
      ...items.flatMap(({ number, item, paths }) => {
        const what = item.invoiceId ? `${item.supplier ?? ''}, factuur ${item.invoiceNumber ?? ''}` : (item.cost ?? 'Forfait');
        if (paths.length === 0) return [row(number, item.declared, `${what}: geen stuk bewaard`, null)];
        return paths.map((path, at) => row(number, at === 0 ? item.declared : null, what, path));
      }),
      ...publicity.map((path) => row('', null, 'Publiciteit', path)),
    ],
  };
}

function files({ files: kept }: BundlePlan): Table {
  return {
    title: 'Bestanden',
    columns: [heading('Bestand'), heading('Bytes', 'number'), heading('SHA-256')],
    rows: kept.map(({ path, size, sha256 }) => [path, size, sha256]),
  };
}
