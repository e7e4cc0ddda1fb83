import { budgetEntities } from '../budget/entities.js';
import { equipmentEntities } from '../equipment/entities.js';
import { insightEntities } from '../insight/entities.js';
import { peopleEntities } from '../people/entities.js';
import { placementEntities } from '../placement/entities.js';
import { platformEntities } from '../platform/entities.js';
import { reservationEntities } from '../reservations/entities.js';
import { transportEntities } from '../transport/entities.js';
import { siteEntities } from '../sites/entities.js';

/** Every entity of the program; a feature adds its own list here. */
export const entities = [
  ...platformEntities,
  ...peopleEntities,
  ...siteEntities,
  ...equipmentEntities,
  ...placementEntities,
  ...reservationEntities,
  ...transportEntities,
  ...budgetEntities,
  ...insightEntities,
];
