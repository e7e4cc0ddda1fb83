import type { Outline } from '../model/plan.js';
import type { Job, Problem, ShiftRef, Vehicle } from '../model/problem.js';
import type { Explanation, Reason } from './explanation.js';
import { compareNearest, findNearest, openDesk, type Nearest } from './find-nearest.js';

export interface ExplainLimits {
  /** Epoch milliseconds; jobs whose turn comes later are judged against empty shifts only. */
  deadline?: number;
}

/** Why each job that is not in the outline is not, in the order of the problem. */
export function explainUnserved(problem: Problem, outline: Outline, { deadline = Infinity }: ExplainLimits = {}): Explanation[] {
  const served = new Set(outline.routes.flatMap((route) => route.stops.flatMap((stop) => ('job' in stop ? [stop.job] : []))));
  return problem.jobs
    .filter((job) => !served.has(job.id))
    .map((job) => explainJob(problem, outline, job, () => Date.now() >= deadline));
}

/** Whether not one job could be served, even by a shift with nothing else to do. */
export function isHopeless(problem: Problem): boolean {
  return problem.jobs.every((job) => explainJob(problem, { routes: [] }, job, () => true).evenAlone);
}

function explainJob(problem: Problem, outline: Outline, job: Job, late: () => boolean): Explanation {
  const able = problem.vehicles.filter((vehicle) => lacking(job, vehicle) === 0);
  if (able.length === 0) return explainSkill(problem, job);

  const only = job.lockedTo ?? lockedIn(problem, job);
  const allowed = able.filter((vehicle) => !only || only.vehicle === vehicle.id);
  const alone = nearestOf(problem, job, allowed, { onlyShift: only?.shift });
  if (!alone || fails(alone)) {
    const elsewhere = only && nearestOf(problem, job, able);
    const reason = elsewhere && !fails(elsewhere) ? 'lock' : aloneReason(alone ?? elsewhere);
    return { job: job.id, reason, evenAlone: true, nearest: (alone ?? elsewhere)?.insertion };
  }

  const nearest = nearestOf(problem, job, allowed, { routes: outline.routes, onlyShift: only?.shift, late });
  return { job: job.id, reason: nearest ? besideReason(nearest) : 'unjudged', evenAlone: false, nearest: nearest?.insertion };
}

/** The vehicle that lacks fewest of the skills, and where the job would go if it had them. */
function explainSkill(problem: Problem, job: Job): Explanation {
  const fewest = Math.min(...problem.vehicles.map((vehicle) => lacking(job, vehicle)));
  const closest = problem.vehicles.filter((vehicle) => lacking(job, vehicle) === fewest);
  const nearest = nearestOf(problem, job, closest)?.insertion;
  const share = fewest / (job.skills?.length ?? 1);
  nearest?.broken.unshift({ constraint: 'skill', subject: job.id, by: fewest, share });
  return { job: job.id, reason: 'skill', evenAlone: true, nearest };
}

interface Scope {
  /** What is planned; left out: nothing, and the first shift that can is answer enough. */
  routes?: Outline['routes'];
  onlyShift?: number;
  /** When this says so there is no answer: the nearest may be among those not yet looked at. */
  late?: () => boolean;
}

function nearestOf(
  problem: Problem,
  job: Job,
  vehicles: readonly Vehicle[],
  { routes, onlyShift, late }: Scope = {},
): Nearest | undefined {
  const seen = new Set<string>();
  let nearest: Nearest | undefined;
  for (const vehicle of vehicles) {
    const own = routes?.some((route) => route.vehicle === vehicle.id);
    // Idle vehicles that are alike give like answers.
    const likeness = JSON.stringify({ ...vehicle, id: job.published?.vehicle === vehicle.id });
    if (!own && seen.has(likeness)) continue;
    if (!own) seen.add(likeness);
    const desk = openDesk(problem, job, vehicle.id, routes);
    for (const shift of meetingShifts(job, vehicle)) {
      if (onlyShift !== undefined && onlyShift !== shift) continue;
      if (late?.()) return undefined;
      const next = findNearest(desk, job, shift);
      if (next && (!nearest || compareNearest(next, nearest) < 0)) nearest = next;
      if (!routes && nearest && !fails(nearest)) return nearest;
    }
  }
  return nearest;
}

/** The shifts during which each stop of the job has a window; all where there is none, so that something can be said. */
function meetingShifts(job: Job, { shifts }: Vehicle): number[] {
  const places = job.kind === 'visit' ? [job.place] : [job.pickup, job.delivery];
  const all = shifts.map((_, shift) => shift);
  const meeting = all.filter((shift) => {
    const [from, until] = shifts[shift].window;
    return places.every(({ windows }) => !windows?.length || windows.some(([open, close]) => open <= until && close >= from));
  });
  return meeting.length > 0 ? meeting : all;
}

/** The shift that has to begin with a stop of this job. */
function lockedIn({ vehicles }: Problem, job: Job): ShiftRef | undefined {
  for (const { id, shifts } of vehicles)
    for (let shift = 0; shift < shifts.length; shift++)
      if (shifts[shift].locked?.some((stop) => stop.job === job.id)) return { vehicle: id, shift };
  return undefined;
}

function lacking(job: Job, vehicle: Vehicle): number {
  return (job.skills ?? []).filter((skill) => !vehicle.skills?.includes(skill)).length;
}

function fails(nearest: Nearest): boolean {
  return nearest.insertion.broken.length > 0;
}

function aloneReason(alone: Nearest | undefined): Reason {
  const kinds = (alone?.insertion.broken ?? []).map((broken) => broken.constraint);
  if (kinds.includes('capacity')) return 'capacity';
  return kinds.includes('window') ? 'window' : 'shift';
}

function besideReason({ insertion, gained }: Nearest): Reason {
  if (insertion.broken.length === 0) {
    const gain = gained.find((level) => Math.abs(level) > 1e-9) ?? 0;
    return gain > 0 ? 'not-worth' : 'unfinished';
  }
  if (insertion.broken.some((broken) => broken.constraint === 'lock')) return 'lock';
  return insertion.broken.every((broken) => broken.constraint === 'capacity') ? 'capacity' : 'no-time';
}
