import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../platform/graphql/enum-of.js';

/** TOWN: known only to its town, so approximate. */
export const PositionQuality = enumOf('TOWN', 'EXACT');
export type PositionQuality = keyof typeof PositionQuality;
registerEnumType(PositionQuality, { name: 'PositionQuality' });

export const PowerNeed = enumOf('NONE', 'V230_16A', 'V400_16A', 'V400_32A');
export type PowerNeed = keyof typeof PowerNeed;
registerEnumType(PowerNeed, { name: 'PowerNeed' });
