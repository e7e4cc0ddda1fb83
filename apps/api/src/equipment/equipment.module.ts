import { Module } from '@nestjs/common';
import {
  AlternativeRelationsResolver,
  ModelsResolver,
  RefusalUnitResolver,
  SiteUnitsResolver,
  UnitRelationsResolver,
} from './equipment.resolver.js';

import { PackingResolver } from './packing/packing.resolver.js';

@Module({
  providers: [
    PackingResolver,
    ModelsResolver,
    UnitRelationsResolver,
    SiteUnitsResolver,
    RefusalUnitResolver,
    AlternativeRelationsResolver,
  ],
})
export class EquipmentModule {}
