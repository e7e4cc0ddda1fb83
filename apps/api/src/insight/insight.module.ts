import { Module } from '@nestjs/common';
import { ExportsController } from './exports/exports.controller.js';

@Module({ controllers: [ExportsController] })
export class InsightModule {}
