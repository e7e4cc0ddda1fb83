/** Makes CODA files to test with, right in every sum unless a test breaks them. */
export interface GivenMove {
  readonly cents: bigint;
  readonly communication?: string;
  readonly message?: string;
  readonly name?: string;
  readonly account?: string;
  readonly information?: string;
  readonly parts?: readonly GivenMove[];
  /** DDMMYY. */
  readonly day?: string;
}

export interface GivenStatement {
  readonly account?: string;
  readonly number?: string;
  readonly old?: bigint;
  /** DDMMYY. */
  readonly day?: string;
  readonly moves: readonly GivenMove[];
  readonly free?: string;
}

export function makeCoda({
  account = 'BE68539007547034',
  number = '001',
  old = 100_000n,
  day = '150127',
  moves,
  free,
}: GivenStatement): string {
  const lines: string[] = [];
  const line = (fields: Readonly<Record<number, string>>) => {
    const cells = Array.from({ length: 128 }, () => ' ');
    for (const [from, text] of Object.entries(fields)) [...text].forEach((letter, at) => (cells[Number(from) - 1 + at] = letter));
    return cells.join('');
  };
  const iban = `${account.padEnd(34)}EUR`;
  lines.push(line({ 1: '00000', 6: day, 12: '539', 15: '05', 35: 'POM DEMO', 61: 'TESTBEBB', 72: '00123456749', 128: '2' }));
  lines.push(
    line({
      1: '12',
      3: number,
      6: iban,
      43: sign(old),
      44: amount(old),
      59: day,
      65: 'POM DEMO',
      91: 'ZICHTREKENING',
      126: number,
    }),
  );
  const counted: string[] = [];
  const add = (move: GivenMove, sequence: number, detail: number) => {
    const ids = { 3: four(sequence), 7: four(detail) };
    const on = move.day ?? day;
    const text = move.communication ? `1101${move.communication}` : `0${(move.message ?? '').slice(0, 53)}`;
    counted.push(
      line({
        1: '21',
        ...ids,
        11: `REF${sequence}`,
        32: sign(move.cents),
        33: amount(move.cents),
        48: on,
        54: '00150000',
        62: text,
        116: on,
        122: number,
        125: '0',
        126: '1',
        128: '0',
      }),
    );
    if ((move.message ?? '').length > 53)
      counted.push(line({ 1: '22', ...ids, 11: move.message!.slice(53, 106), 126: '1', 128: '0' }));
    counted.push(
      line({
        1: '23',
        ...ids,
        11: `${(move.account ?? '').padEnd(34)}EUR`,
        48: move.name ?? '',
        126: '0',
        128: move.information ? '1' : '0',
      }),
    );
    if (move.information)
      counted.push(
        line({ 1: '31', ...ids, 11: `REF${sequence}`, 32: '00150000', 40: '0', 41: move.information, 126: '0', 128: '0' }),
      );
  };
  moves.forEach((move, at) => {
    add(move, at + 1, 0);
    (move.parts ?? []).forEach((part, index) => add(part, at + 1, index + 1));
  });
  const sum = moves.reduce((all, { cents }) => all + cents, old);
  counted.push(line({ 1: '8', 2: number, 5: iban, 42: sign(sum), 43: amount(sum), 58: day, 128: free ? '1' : '0' }));
  lines.push(...counted);
  if (free) lines.push(line({ 1: '4', 3: '0001', 7: '0000', 33: free, 128: '0' }));
  const total = (wanted: boolean) =>
    moves.reduce((all, { cents }) => (cents < 0n === wanted ? all + (cents < 0n ? -cents : cents) : all), 0n);
  lines.push(
    line({
      1: '9',
      17: String(counted.length + 1).padStart(6, '0'),
      23: amount(total(true)),
      38: amount(total(false)),
      128: '2',
    }),
  );
  return `${lines.join('\r\n')}\r\n`;
}

const sign = (cents: bigint) => (cents < 0n ? '1' : '0');
const amount = (cents: bigint) => `${cents < 0n ? -cents : cents}0`.padStart(15, '0');
const four = (value: number) => String(value).padStart(4, '0');
