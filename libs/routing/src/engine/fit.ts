import type { Compiled } from './compile.js';

/** Which jobs a shift may do at all, by skills, locks and room: jobs × routes, 1 for yes. */
export function fitMatrix(c: Compiled): Uint8Array {
  const { problem, D, routes } = c;
  const fit = new Uint8Array(c.jobs * routes);
  const lockedOn = lockedRoutes(c);
  const skills = problem.vehicles.map((vehicle) => new Set(vehicle.skills));
  problem.jobs.forEach((job, number) => {
    for (let route = 0; route < routes; route++) {
      const vehicle = c.vehicleOf[route];
      if (lockedOn[number] >= 0 && lockedOn[number] !== route) continue;
      if (job.lockedTo) {
        if (c.vehicleNumber.get(job.lockedTo.vehicle) !== vehicle) continue;
        if (job.lockedTo.shift !== undefined && job.lockedTo.shift !== c.shiftOf[route]) continue;
      }
      if (job.skills && !job.skills.every((skill) => skills[vehicle].has(skill))) continue;
      let roomy = true;
      for (let d = 0; d < D && roomy; d++) {
        const cell = c.firstNode[number] * D + d;
        const most = Math.max(c.carry[cell], c.deliver[cell], c.collect[cell]);
        roomy = most <= c.capacity[route * D + d];
      }
      if (roomy) fit[number * routes + route] = 1;
    }
  });
  return fit;
}

/** The route whose locked stops hold a job, or -1. */
export function lockedRoutes(c: Compiled): Int32Array {
  const lockedOn = new Int32Array(c.jobs).fill(-1);
  c.locked.forEach((nodes, route) => {
    for (const node of nodes) lockedOn[c.jobOf[node]] = route;
  });
  return lockedOn;
}

/** Numbers shifts such that those of one number are alike for every job: of idle ones it is enough to try one. */
export function likeness(c: Compiled): Int32Array {
  const { problem } = c;
  const named = new Set<string>();
  for (const job of problem.jobs) {
    if (job.lockedTo) named.add(job.lockedTo.vehicle);
    if (job.published) named.add(job.published.vehicle);
  }
  const numbers = new Map<string, number>();
  return Int32Array.from({ length: c.routes }, (_, route) => {
    const vehicle = problem.vehicles[c.vehicleOf[route]];
    const alone = named.has(vehicle.id) || vehicle.shifts.length > 1 || c.locked[route].length > 0;
    const key = JSON.stringify(alone ? [vehicle.id, route] : { ...vehicle, id: undefined });
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  });
}
