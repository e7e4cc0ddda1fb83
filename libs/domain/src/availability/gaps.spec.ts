import { availability, type Taken } from './unit-availability.js';
import { ask, calendar, kit, maintenance, site, stay, world } from './world.fixture.js';

const codes = (occupancies: readonly Taken[], asked: ReturnType<typeof ask>, around = world()) =>
  availability(kit(), occupancies, asked, around).refusals.map(({ code }) => code);

describe('the gap after a stay', () => {
  const after = stay('2026-11-20', '2026-11-20', 'kortrijk');
  const asked = ask('2026-11-17', '2026-11-17', 'brugge');

  it('is no room to travel where maintenance takes it', () => {
    // Wednesday and Thursday lie between; one of them is enough.
    expect(codes([maintenance('2026-11-18', '2026-11-18'), after], asked)).toEqual([]);
    expect(codes([maintenance('2026-11-18', '2026-11-19'), after], asked)).toEqual(['TOO_FAR_AFTER']);
  });

  it('needs no travel where the next stay is at the same place, maintenance or not', () => {
    const here = stay('2026-11-20', '2026-11-20', 'brugge');
    expect(codes([maintenance('2026-11-18', '2026-11-19'), here], asked)).toEqual([]);
  });

  it('is too short where the next site is closed in between', () => {
    const closure = { firstDay: '2026-11-18', lastDay: '2026-11-19', reason: 'sluiting' };
    const closed = site('kortrijk', { calendar: calendar({ closures: [closure] }) });
    expect(codes([after], asked)).toEqual([]);
    expect(codes([after], asked, world([closed]))).toEqual(['TOO_FAR_AFTER']);
  });

  it('is too short over a weekend in which the clock changes', () => {
    // Friday 23 October 17:00 to Monday 26 October 08:00 is 64 hours in 2026, none of them a working one.
    const now = Date.parse('2026-10-01T10:00:00Z');
    const friday = ask('2026-10-23', '2026-10-23', 'brugge', { now });
    expect(codes([stay('2026-10-26', '2026-10-26', 'kortrijk')], friday)).toEqual(['TOO_FAR_AFTER']);
    expect(codes([stay('2026-10-27', '2026-10-27', 'kortrijk')], friday)).toEqual([]);
  });
});

describe('both ends of a stay', () => {
  it('are each refused for themselves', () => {
    const neighbours = [stay('2026-11-16', '2026-11-17', 'kortrijk'), stay('2026-11-19', '2026-11-20', 'ieper')];
    expect(codes(neighbours, ask('2026-11-18', '2026-11-18', 'brugge'))).toEqual(['TOO_FAR_BEFORE', 'TOO_FAR_AFTER']);
    expect(codes(neighbours, ask('2026-11-18', '2026-11-18', 'kortrijk'))).toEqual(['TOO_FAR_AFTER']);
    expect(codes(neighbours, ask('2026-11-18', '2026-11-18', 'ieper'))).toEqual(['TOO_FAR_BEFORE']);
  });
});
