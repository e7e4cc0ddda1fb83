import { Module } from '@nestjs/common';
import { AuditTrailResolver } from './audit-trail.resolver.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsResolver } from './documents/documents.resolver.js';
import { MailChoicesResolver } from './mail/mail-choices.resolver.js';
import { UnsubscribeController } from './mail/unsubscribe.controller.js';
import { MailsResolver } from './mail/mails.resolver.js';
import { PlatformController } from './platform.controller.js';

@Module({
  controllers: [PlatformController, DocumentsController, UnsubscribeController],
  providers: [DocumentsResolver, MailsResolver, MailChoicesResolver, AuditTrailResolver],
})
export class PlatformModule {}
