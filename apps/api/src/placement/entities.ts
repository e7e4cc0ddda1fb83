import { Occupancy } from './occupancy.entity.js';
import { SearchMiss } from './search-miss.entity.js';

export const placementEntities = [Occupancy, SearchMiss];
