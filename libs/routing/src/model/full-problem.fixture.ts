import type { Problem } from './problem.js';

/** Every field that may be left out is there: a field that is new does not compile until it stands here. */
type Full<T> = T extends readonly (infer E)[] ? readonly Full<E>[] : T extends object ? { [K in keyof T]-?: Full<T[K]> } : T;

const weights = {
  unserved: 1,
  vehicles: 2,
  cost: 1.5,
  distance: 0,
  travelTime: 1,
  waiting: 1,
  softWindows: 1,
  imbalance: 1,
  change: 1,
};

/** A sound problem that uses every field of the model. */
export const fullProblem: Full<Problem> = {
  matrices: [
    { size: 2, distances: [0, 3, 4, 0], durations: [0, 5.5, 6, 0] },
    { size: 2, distances: [0, 3, 4, 0], durations: [0, 9, 9, 0] },
  ],
  dimensions: ['volume (m³)', 'pieces'],
  vehicles: [
    {
      id: 'van',
      profile: 1,
      capacity: [4.5, 10],
      skills: ['lift', 'cooled'],
      fixedCost: 10,
      costPerDistance: 0.5,
      costPerTime: 0.25,
      shifts: [
        {
          start: 0,
          end: 1,
          window: [-10, 100],
          breaks: [
            {
              duration: 15,
              windows: [
                [20, 40],
                [40, 50],
              ],
            },
          ],
          reloads: [{ location: 0, service: 5, windows: [[10, 90]], times: 2 }],
          maxDistance: 100,
          maxTravelTime: 90,
          maxDuration: 80,
          maxStops: 8,
          fixedCost: 1,
          locked: [{ job: 'chest', at: 'pickup' }],
        },
      ],
    },
  ],
  jobs: [
    {
      kind: 'shipment',
      id: 'chest',
      prize: 50,
      priority: 2,
      skills: ['lift'],
      lockedTo: { vehicle: 'van', shift: 0 },
      published: { vehicle: 'van', shift: 0 },
      changeCost: 3,
      load: [1.5, 2],
      pickup: { location: 0, service: 4, windows: [[0, 30]], soft: { from: 5, until: 20, earlyCost: 1, lateCost: 2 } },
      delivery: { location: 1, service: 4, windows: [[10, 60]], soft: { from: 15, until: 20, earlyCost: 1, lateCost: 2 } },
    },
    {
      kind: 'visit',
      id: 'bread',
      prize: 20,
      priority: 1,
      skills: ['cooled'],
      lockedTo: { vehicle: 'van', shift: 0 },
      published: { vehicle: 'van', shift: 0 },
      changeCost: 3,
      place: { location: 1, service: 4, windows: [[10, 60]], soft: { from: 15, until: 20, earlyCost: 1, lateCost: 2 } },
      deliver: [1, 1],
      collect: [0, 1],
    },
  ],
  objectives: ['unserved', weights],
};
