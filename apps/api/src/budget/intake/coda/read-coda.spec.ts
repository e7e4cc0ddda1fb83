import { makeCoda } from './coda.fixture.js';
import { readCoda } from './read-coda.js';
import { UnreadableCoda } from './statement.js';

const read = (text: string) => readCoda(Buffer.from(text, 'latin1'));
const refusal = (text: string) => {
  try {
    read(text);
    return 'read';
  } catch (error) {
    const { problem, fileLine, found, expected } = error as UnreadableCoda;
    return [problem, fileLine, found, expected].join(' ').trim();
  }
};

// 1000,00 − 121,00 + 5,50 = 884,50
const file = makeCoda({
  old: 100_000n,
  moves: [
    { cents: -12_100n, communication: '123456789002', name: 'ROBOTICA BV', account: 'BE62510007547061' },
    { cents: 550n, message: 'TERUGBETALING VAN EEN LEVERING DIE NIET KWAM, MET DANK EN TOT ZIENS', information: 'MEER UITLEG' },
  ],
});

test('reads the account, its balances and what came and went', () => {
  const [statement] = read(file);
  expect(statement).toMatchObject({
    account: 'BE68539007547034',
    currency: 'EUR',
    number: '001',
    oldBalanceCents: 100_000n,
    newBalanceCents: 88_450n,
    newBalanceOn: '2027-01-15',
  });
  expect(statement!.movements).toMatchObject([
    {
      cents: -12_100n,
      communication: '123456789002',
      counterpartyName: 'ROBOTICA BV',
      counterpartyAccount: 'BE62510007547061',
      bookedOn: '2027-01-15',
    },
    {
      cents: 550n,
      communication: null,
      message: 'TERUGBETALING VAN EEN LEVERING DIE NIET KWAM, MET DANK EN TOT ZIENS MEER UITLEG',
    },
  ]);
});

test('several statements in one file, lines without their last spaces, a free communication at the end', () => {
  const second = makeCoda({ number: '002', old: 88_450n, moves: [{ cents: -1n }], free: 'NIEUWE TARIEVEN' });
  const lines = (file + second).split('\r\n').map((line) => (line.startsWith('23') ? line : line.trimEnd()));
  expect(read(lines.join('\n')).map(({ number, newBalanceCents }) => [number, newBalanceCents])).toEqual([
    ['001', 88_450n],
    ['002', 88_449n],
  ]);
});

test('an overdrawn account stands below zero', () => {
  expect(read(makeCoda({ old: 500n, moves: [{ cents: -700n }] }))[0]!.newBalanceCents).toBe(-200n);
});

test('a batch is taken by its parts when they add up to it, else as one', () => {
  const parts = [
    { cents: -300n, name: 'A' },
    { cents: -200n, name: 'B' },
  ];
  expect(
    read(makeCoda({ moves: [{ cents: -500n, parts }] }))[0]!.movements.map(({ sequence, cents }) => [sequence, cents]),
  ).toEqual([
    ['0001-0001', -300n],
    ['0001-0002', -200n],
  ]);
  expect(read(makeCoda({ moves: [{ cents: -501n, parts }] }))[0]!.movements.map(({ cents }) => cents)).toEqual([-501n]);
});

test('a structured communication counts with a right check number, also when it was typed into the text', () => {
  const of = (move: object) => read(makeCoda({ moves: [{ cents: -1n, ...move }] }))[0]!.movements[0]!.communication;
  expect(of({ communication: '123456789003' })).toBeNull();
  expect(of({ message: 'FACTUUR 7 +++123/4567/89002+++' })).toBe('123456789002');
  expect(of({ message: '123456789002' })).toBeNull();
});

test('what does not add up is refused, naming the line', () => {
  const swap = (from: string, to: string) => refusal(file.replace(from, to));
  expect(refusal('')).toBe('NOT_CODA 1');
  expect(refusal('<xml/>')).toBe('NOT_CODA 1');
  expect(refusal(file.split('\r\n').slice(0, 5).join('\n'))).toBe('CUT_OFF 5');
  expect(swap('000000000884500', '000000000884600')).toBe('BALANCE_DIFFERS 9 884.60 884.50');
  expect(swap('000000000121000', '000000000121005')).toBe('NOT_AN_AMOUNT 3 000000000121005');
  const lines = file.split('\r\n');
  expect(refusal([...lines.slice(0, 3), ...lines.slice(4)].join('\n'))).toBe('COUNT_DIFFERS 9 000008 7');
  expect(refusal(lines.with(9, lines[9]!.replace('000000000121000', '000000000120000')).join('\n'))).toBe(
    'TOTAL_DIFFERS 10 120.00 121.00',
  );
  expect(refusal(lines.with(2, lines[2]!.replaceAll('150127', '310227')).join('\n'))).toBe('NOT_A_DAY 3 310227');
  expect(refusal(lines.with(2, `${lines[2]}X`).join('\n'))).toBe('LINE_TOO_LONG 3 129 128');
  expect(refusal([lines[0], lines[2], ...lines.slice(1)].join('\n'))).toBe('UNEXPECTED_RECORD 2 2.1');
});
