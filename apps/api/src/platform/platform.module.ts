import { Module } from '@nestjs/common';
import { AuditTrailResolver } from './audit-trail.resolver.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsResolver } from './documents/documents.resolver.js';
import { MailsResolver } from './mail/mails.resolver.js';
import { PlatformController } from './platform.controller.js';

@Module({
  controllers: [PlatformController, DocumentsController],
  providers: [DocumentsResolver, MailsResolver, AuditTrailResolver],
})
export class PlatformModule {}
