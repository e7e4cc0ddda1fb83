import { Closure, Holiday, Place, SiteTravel } from './calendar.entities.js';
import { Municipality } from './municipality.entity.js';
import { Site } from './site.entity.js';

export const siteEntities = [Site, SiteTravel, Place, Holiday, Closure, Municipality];
