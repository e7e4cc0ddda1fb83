import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../platform/graphql/enum-of.js';

export const StayState = enumOf('PLANNED', 'PICKED_UP', 'ON_SITE', 'RELEASED');
export type StayState = keyof typeof StayState;
registerEnumType(StayState, { name: 'StayState' });

export const DayStatus = enumOf('FREE', 'ARRIVES', 'LEAVES', 'TAKEN', 'CLOSED');
export type DayStatus = keyof typeof DayStatus;
registerEnumType(DayStatus, {
  name: 'DayStatus',
  description: 'ARRIVES and LEAVES: the unit travels that day. CLOSED also for the past.',
});

export const Verdict = enumOf('FREE_HERE', 'REACHABLE', 'GUEST', 'UNAVAILABLE');
export type Verdict = keyof typeof Verdict;
registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'FREE_HERE: it stands there already. REACHABLE: it travels. GUEST: it is fixed elsewhere, the group travels.',
});
