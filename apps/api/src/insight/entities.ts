import { ImportRun } from './imports/import-run.entity.js';
import { RetentionRun } from './privacy/retention-run.entity.js';

export const insightEntities = [RetentionRun, ImportRun];
