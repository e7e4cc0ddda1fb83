import { Module } from '@nestjs/common';
import { LegsResolver } from './legs.resolver.js';

@Module({ providers: [LegsResolver] })
export class LegsModule {}
