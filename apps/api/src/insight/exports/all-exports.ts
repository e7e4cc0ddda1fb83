import { budgetExports } from '../../budget/budget.exports.js';
import { intakeExports } from '../../budget/intake/intake.exports.js';
import { overviewExports } from '../../budget/overview/overview.exports.js';
import { equipmentExports } from '../../equipment/equipment.exports.js';
import { peopleExports } from '../../people/people.exports.js';
import { placementExports } from '../../placement/placement.exports.js';
import { careExports } from '../../reservations/care.exports.js';
import { lendingExports } from '../../reservations/lending.exports.js';
import { privacyExports } from '../privacy/privacy.exports.js';
import { recordExports } from '../records/records.exports.js';
import { valueExports } from '../value/value.exports.js';
import { figuresExports } from '../figures/figures.exports.js';
import type { ListExport } from '../../platform/export/list-export.js';
import { platformExports } from '../../platform/platform.exports.js';
import { reservationExports } from '../../reservations/reservations.exports.js';
import { legExports } from '../../transport/legs/legs.exports.js';
import { tripExports } from '../../transport/trips/trips.exports.js';
import { planningExports } from '../../transport/planning/planning.exports.js';
import { siteExports } from '../../sites/sites.exports.js';

/** Every list that can leave as a file; a feature adds its own beside its lists. */
export const allExports: readonly ListExport[] = [
  ...platformExports,
  ...peopleExports,
  ...siteExports,
  ...equipmentExports,
  ...placementExports,
  ...reservationExports,
  ...lendingExports,
  ...careExports,
  ...planningExports,
  ...legExports,
  ...tripExports,
  ...budgetExports,
  ...intakeExports,
  ...overviewExports,
  ...figuresExports,
  ...valueExports,
  ...privacyExports,
  ...recordExports,
];
