import { peopleEntities } from '../people/entities.js';
import { platformEntities } from '../platform/entities.js';

/** Every entity of the program; a feature adds its own list here. */
export const entities = [...platformEntities, ...peopleEntities];
