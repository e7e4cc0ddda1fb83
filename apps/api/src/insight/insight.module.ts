import { Module } from '@nestjs/common';
import { ExportsController } from './exports/exports.controller.js';
import { FiguresResolver, SiteUseResolver, UnitUseResolver, UnmetDemandModelResolver } from './figures/figures.resolver.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsResolver } from './imports/imports.resolver.js';
import { RecordsResolver } from './records/records.resolver.js';
import { OperationSettingsResolver } from './records/settings.resolver.js';
import { PrivacyResolver, RetentionRunResolver } from './privacy/privacy.resolver.js';
import {
  BoughtByLineResolver,
  BoughtUnitResolver,
  SiteValueResolver,
  UnitValueResolver,
  ValueResolver,
} from './value/value.resolver.js';

@Module({
  controllers: [ExportsController, ImportsController],
  providers: [
    FiguresResolver,
    UnmetDemandModelResolver,
    UnitUseResolver,
    SiteUseResolver,
    ValueResolver,
    UnitValueResolver,
    SiteValueResolver,
    BoughtByLineResolver,
    BoughtUnitResolver,
    PrivacyResolver,
    RetentionRunResolver,
    RecordsResolver,
    ImportsResolver,
    OperationSettingsResolver,
  ],
})
export class InsightModule {}
