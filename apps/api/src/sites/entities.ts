import { Closure, Holiday, Place, SiteTravel } from './calendar.entities.js';
import { Site } from './site.entity.js';

export const siteEntities = [Site, SiteTravel, Place, Holiday, Closure];
