import { Instruction } from './instruction.entity.js';
import { Occupancy } from './occupancy.entity.js';
import { SearchMiss } from './search-miss.entity.js';

export const placementEntities = [Occupancy, Instruction, SearchMiss];
