import { Occupancy } from './occupancy.entity.js';

export const placementEntities = [Occupancy];
