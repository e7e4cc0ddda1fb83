import type { Problem } from '../model/problem.js';
import type { Group } from './choose-columns.js';

export interface Grouping {
  groups: Group[];
  /** The group of a shift. */
  groupOf(vehicle: string, shift: number): number;
  /** The shifts of a group, any of which drives a route of the group at the same cost. */
  membersOf(group: number): readonly { vehicle: string; shift: number }[];
  /** Vehicles with several shifts, by the numbers in the groups. */
  linked: readonly string[];
}

/** Vehicles of one shift that differ in nothing but their name are one group; each shift of the others is one by itself. */
export function groupShifts(problem: Problem): Grouping {
  const named = new Set(problem.jobs.flatMap((job) => [job.lockedTo?.vehicle, job.published?.vehicle]));
  const groups: Group[] = [];
  const members: { vehicle: string; shift: number }[][] = [];
  const byLikeness = new Map<string, number>();
  const byShift = new Map<string, number>();
  const linked: string[] = [];

  for (const vehicle of problem.vehicles) {
    const several = vehicle.shifts.length > 1;
    if (several) linked.push(vehicle.id);
    const single = several || named.has(vehicle.id) || vehicle.shifts[0]?.locked?.length;
    vehicle.shifts.forEach((_, shift) => {
      const likeness = JSON.stringify(single ? [vehicle.id, shift] : { ...vehicle, id: undefined });
      let group = byLikeness.get(likeness);
      if (group === undefined) {
        group = groups.push({ count: 0, vehicle: several ? linked.length - 1 : undefined }) - 1;
        members.push([]);
        byLikeness.set(likeness, group);
      }
      groups[group].count++;
      members[group].push({ vehicle: vehicle.id, shift });
      byShift.set(`${shift} ${vehicle.id}`, group);
    });
  }
  return {
    groups,
    groupOf: (vehicle, shift) => byShift.get(`${shift} ${vehicle}`)!,
    membersOf: (group) => members[group],
    linked,
  };
}
