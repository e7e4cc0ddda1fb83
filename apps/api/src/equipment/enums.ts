import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../platform/graphql/enum-of.js';

export const Mobility = enumOf('FIXED', 'MOBILE');
export type Mobility = keyof typeof Mobility;
registerEnumType(Mobility, { name: 'Mobility' });

export const Basis = enumOf('ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED');
export type Basis = keyof typeof Basis;
registerEnumType(Basis, { name: 'Basis', description: 'What a figure rests on.' });

export const FigureName = enumOf('VOLUME_M3', 'MASS_KG', 'SETUP_MINUTES', 'PACK_MINUTES', 'FLOOR_M2', 'MAX_PARTICIPANTS');
export type FigureName = keyof typeof FigureName;
registerEnumType(FigureName, { name: 'FigureName' });
