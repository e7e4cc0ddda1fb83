import { Module } from '@nestjs/common';
import {
  AlternativeRelationsResolver,
  ModelsResolver,
  RefusalUnitResolver,
  SiteUnitsResolver,
  UnitRelationsResolver,
} from './equipment.resolver.js';

@Module({
  providers: [ModelsResolver, UnitRelationsResolver, SiteUnitsResolver, RefusalUnitResolver, AlternativeRelationsResolver],
})
export class EquipmentModule {}
