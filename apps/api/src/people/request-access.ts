import { enterpriseNumber } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { recordAudit } from '../platform/audit.js';
import { once } from '../platform/idempotency.js';
import { refuse } from '../platform/refuse.js';
import { AccessRequest } from './access-request.entity.js';
import type { AccessRequestInput } from './access-request.input.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

/** A school or company may ask; owners and public services are made by an administrator. */
const KINDS = new Set(['TRAINING_PROVIDER', 'SCHOOL', 'COMPANY', 'KNOWLEDGE_CENTRE']);
const LONGEST: Readonly<Record<string, number>> = {
  organisationName: 200,
  contactName: 120,
  contactEmail: 254,
  contactPhone: 40,
  street: 200,
  postcode: 10,
  town: 100,
  message: 2000,
};

/**
 * Keeps a request to become a user, for a planner to decide. Gives its id.
 * Refuses INVALID_INPUT with the field, and ALREADY_EXISTS when the organisation, the e-mail address or an open request
 * for the organisation is there already.
 */
export function requestAccess(tx: EntityManager, actor: Actor, input: AccessRequestInput, termsVersion: string): Promise<string> {
  return once(tx, actor, input.idempotencyKey, 'requestAccess', input, async () => {
    const fields = checkedFields(input, termsVersion);
    const known =
      (await tx.existsBy(Organisation, { enterpriseNumber: fields.enterpriseNumber })) ||
      (await tx.existsBy(AccessRequest, { enterpriseNumber: fields.enterpriseNumber, state: 'OPEN' }));
    if (known) refuse('ALREADY_EXISTS', { field: 'enterpriseNumber' });
    if (await tx.existsBy(Person, { email: fields.contactEmail })) refuse('ALREADY_EXISTS', { field: 'contactEmail' });
    const { id } = await tx.save(AccessRequest, tx.create(AccessRequest, fields));
    await recordAudit(tx, actor, { action: 'accessRequest.create', entity: 'access_request', entityId: id, after: fields });
    return id;
  });
}

function checkedFields(input: AccessRequestInput, termsVersion: string) {
  const number = enterpriseNumber(input.enterpriseNumber);
  if (number === undefined) refuse('INVALID_INPUT', { field: 'enterpriseNumber' });
  if (!KINDS.has(input.organisationKind)) refuse('INVALID_INPUT', { field: 'organisationKind' });
  if (input.acceptedTermsVersion !== termsVersion)
    refuse('INVALID_INPUT', { field: 'acceptedTermsVersion', needed: termsVersion });
  const text = (field: keyof AccessRequestInput): string | null => {
    const value = input[field]?.trim() || null;
    if ((value?.length ?? 0) > (LONGEST[field] ?? 0)) refuse('INVALID_INPUT', { field });
    return value;
  };
  const needed = (field: keyof AccessRequestInput) => text(field) ?? refuse('INVALID_INPUT', { field });
  const contactEmail = needed('contactEmail');
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(contactEmail)) refuse('INVALID_INPUT', { field: 'contactEmail' });
  return {
    organisationName: needed('organisationName'),
    organisationKind: input.organisationKind,
    enterpriseNumber: number,
    contactName: needed('contactName'),
    contactEmail,
    contactPhone: text('contactPhone'),
    street: text('street'),
    postcode: text('postcode'),
    town: text('town'),
    message: text('message'),
    termsVersion,
    locale: input.locale,
  };
}
