import { AuditEntry } from './audit-entry.entity.js';
import { Document } from './documents/document.entity.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { MailChoice } from './mail/mail-choice.entity.js';
import { Mail } from './mail/mail.entity.js';
import { Setting } from './setting.entity.js';

export const platformEntities = [AuditEntry, Document, IdempotencyKey, Mail, MailChoice, Setting];
