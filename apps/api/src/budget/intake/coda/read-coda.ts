import { readCommunication } from '@karavaan/domain';
import { CodaLine } from './coda-line.js';
import { UnreadableCoda, type Movement, type Statement } from './statement.js';

/** A movement while its further records come. */
interface Open {
  readonly line: CodaLine;
  structured: string;
  message: string;
  counterpartyName: string;
  counterpartyAccount: string;
}

interface Draft {
  readonly header: CodaLine;
  opening?: CodaLine;
  closing?: CodaLine;
  readonly moves: Open[];
  records: number;
  free: number;
}

/**
 * The statements in a CODA file (Febelfin, version 2): records 0, 1, 2.1-2.3, 3.1-3.3, 4, 8 and 9. The balances, the totals and
 * the number of records must be right, or nothing is taken. @throws {UnreadableCoda}
 */
export function readCoda(content: Buffer): Statement[] {
  const lines = decode(content)
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ text, at }))
    .filter(({ text }) => text.trim() !== '' && text !== '\u001a');
  const statements: Statement[] = [];
  let draft: Draft | undefined;
  for (const { text, at } of lines) {
    if (!draft && !/^0{5}/.test(text)) throw new UnreadableCoda('NOT_CODA', at + 1);
    const line = new CodaLine(text, at + 1);
    if (line.kind === '0') {
      if (draft) throw new UnreadableCoda('UNEXPECTED_RECORD', line.fileLine, '0');
      if (!['1', '2'].includes(line.raw(128, 128))) throw new UnreadableCoda('NOT_CODA', line.fileLine);
      draft = { header: line, moves: [], records: 0, free: 0 };
    } else if (line.kind === '9') {
      statements.push(finish(draft!, line));
      draft = undefined;
    } else take(draft!, line);
  }
  if (draft || statements.length === 0) throw new UnreadableCoda(draft ? 'CUT_OFF' : 'NOT_CODA', (lines.at(-1)?.at ?? 0) + 1);
  return statements;
}

function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

function take(draft: Draft, line: CodaLine): void {
  const unexpected = () => new UnreadableCoda('UNEXPECTED_RECORD', line.fileLine, line.kind.split('').join('.'));
  if (line.kind === '4') {
    draft.free++;
    return;
  }
  draft.records++;
  if (line.kind === '1') {
    if (draft.opening) throw unexpected();
    draft.opening = line;
    return;
  }
  if (!draft.opening || draft.closing) throw unexpected();
  if (line.kind === '8') {
    draft.closing = line;
    return;
  }
  if (line.kind === '21') {
    draft.moves.push(begin(line));
    return;
  }
  const open = draft.moves.at(-1);
  if (!open || line.at(3, 6) !== open.line.at(3, 6)) throw unexpected();
  if (line.kind === '22') open.message += line.raw(11, 63);
  else if (line.kind === '23') {
    open.counterpartyAccount = line.at(11, 44);
    open.counterpartyName = line.at(48, 82);
    open.message += line.raw(83, 125);
  } else if (line.kind === '31') addInformation(open, line);
  else if (line.kind === '32') open.message += line.raw(11, 115);
  else if (line.kind === '33') open.message += line.raw(11, 100);
  else throw unexpected();
}

function begin(line: CodaLine): Open {
  const structured = line.raw(62, 62) === '1';
  const text = line.raw(63, 115);
  return {
    line,
    structured: structured ? text : '',
    message: structured ? '' : text,
    counterpartyName: '',
    counterpartyAccount: '',
  };
}

/** Kind 001 in an information record is the name of the other side. */
function addInformation(open: Open, line: CodaLine): void {
  const text = line.raw(41, 113);
  if (line.raw(40, 40) !== '1') open.message += text;
  else if (text.startsWith('001') && open.counterpartyName === '') open.counterpartyName = text.slice(3, 73).trim();
}

const isMain = ({ line }: Open) => line.at(7, 10) === '0000';

function finish(draft: Draft, end: CodaLine): Statement {
  const { opening, closing, moves, records } = draft;
  if (!opening || !closing) throw new UnreadableCoda('CUT_OFF', end.fileLine);
  const oldBalanceCents = opening.signed(43, 44);
  const newBalanceCents = closing.signed(42, 43);
  let debit = 0n;
  let credit = 0n;
  for (const move of moves.filter(isMain)) {
    const cents = centsOf(move);
    if (cents < 0n) debit -= cents;
    else credit += cents;
  }
  const expected = oldBalanceCents + credit - debit;
  if (expected !== newBalanceCents)
    throw new UnreadableCoda('BALANCE_DIFFERS', closing.fileLine, plain(newBalanceCents), plain(expected));
  for (const [from, total] of [
    [23, debit],
    [38, credit],
  ] as const)
    if (end.cents(from) !== total) throw new UnreadableCoda('TOTAL_DIFFERS', end.fileLine, plain(end.cents(from)), plain(total));
  const count = end.at(17, 22);
  // Some banks count the free communications too.
  if (!/^\d+$/.test(count) || (Number(count) !== records && Number(count) !== records + draft.free))
    throw new UnreadableCoda('COUNT_DIFFERS', end.fileLine, count, String(records));
  return {
    ...accountOf(opening),
    holder: opening.at(65, 90),
    number: opening.at(126, 128) || opening.at(3, 5),
    oldBalanceCents,
    oldBalanceOn: opening.dayOrNone(59) ?? closing.day(58),
    newBalanceCents,
    newBalanceOn: closing.day(58),
    movements: taken(moves).map(toMovement),
  };
}

const centsOf = ({ line }: Open) => line.signed(32, 33);

/** A batch by its parts when they add up to it; a part has its own invoice. */
function taken(moves: readonly Open[]): Open[] {
  const result: Open[] = [];
  for (let at = 0; at < moves.length; at++) {
    const main = moves[at]!;
    const parts: Open[] = [];
    while (moves[at + 1] && !isMain(moves[at + 1]!)) parts.push(moves[++at]!);
    const sum = parts.reduce((all, part) => all + centsOf(part), 0n);
    result.push(...(parts.length > 0 && sum === centsOf(main) ? parts : [main]));
  }
  return result;
}

function toMovement(open: Open): Movement {
  const { line } = open;
  const message = open.message.replaceAll(/\s+/g, ' ').trim();
  return {
    sequence: `${line.at(3, 6)}-${line.at(7, 10)}`,
    fileLine: line.fileLine,
    cents: centsOf(open),
    bookedOn: line.day(116),
    valuedOn: line.dayOrNone(48),
    bankReference: line.at(11, 31),
    communication: structuredOf(open.structured) ?? inText(message),
    message: open.structured && !structuredOf(open.structured) ? `${open.structured.slice(3).trim()} ${message}`.trim() : message,
    counterpartyName: open.counterpartyName,
    counterpartyAccount: open.counterpartyAccount,
  };
}

/** Kinds 101 and 102 hold the twelve digits; only a right check number counts. */
function structuredOf(text: string): string | null {
  return /^10[12]/.test(text) ? (readCommunication(text.slice(3, 15)) ?? null) : null;
}

/** People also type it into the free text. */
function inText(message: string): string | null {
  const found = /[+*]{3}\s*(\d{3}\/?\d{4}\/?\d{5})\s*[+*]{3}/.exec(message);
  return found ? (readCommunication(found[1]!) ?? null) : null;
}

/** By the kind of account number that the record says it has. */
function accountOf(opening: CodaLine): { account: string; currency: string } {
  const structure = opening.raw(2, 2);
  const [account, currency] =
    structure === '0' ? [opening.at(6, 17), opening.at(19, 21)] : [opening.at(6, 39), opening.at(40, 42)];
  return { account: account.replaceAll(/\s/g, ''), currency: currency || 'EUR' };
}

function plain(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
