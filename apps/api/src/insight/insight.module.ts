import { Module } from '@nestjs/common';
import { ExportsController } from './exports/exports.controller.js';
import { FiguresResolver, SiteUseResolver, UnitUseResolver, UnmetDemandModelResolver } from './figures/figures.resolver.js';
import { RecordsResolver } from './records/records.resolver.js';
import { PrivacyResolver, RetentionRunResolver } from './privacy/privacy.resolver.js';

@Module({
  controllers: [ExportsController],
  providers: [
    FiguresResolver,
    UnmetDemandModelResolver,
    UnitUseResolver,
    SiteUseResolver,
    PrivacyResolver,
    RetentionRunResolver,
    RecordsResolver,
  ],
})
export class InsightModule {}
