import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../platform/graphql/enum-of.js';

export const OrganisationKind = enumOf('OWNER', 'PUBLIC_SERVICE', 'TRAINING_PROVIDER', 'SCHOOL', 'COMPANY', 'KNOWLEDGE_CENTRE');
export type OrganisationKind = keyof typeof OrganisationKind;
registerEnumType(OrganisationKind, { name: 'OrganisationKind' });

export const AccessRequestState = enumOf('OPEN', 'ACCEPTED', 'REJECTED');
export type AccessRequestState = keyof typeof AccessRequestState;
registerEnumType(AccessRequestState, { name: 'AccessRequestState' });
