import { Module } from '@nestjs/common';
import { AuditTrailResolver } from './audit-trail.resolver.js';
import { MailsResolver } from './mail/mails.resolver.js';
import { PlatformController } from './platform.controller.js';

@Module({ controllers: [PlatformController], providers: [MailsResolver, AuditTrailResolver] })
export class PlatformModule {}
