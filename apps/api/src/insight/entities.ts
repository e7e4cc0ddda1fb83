import { RetentionRun } from './privacy/retention-run.entity.js';

export const insightEntities = [RetentionRun];
