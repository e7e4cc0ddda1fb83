import { Field, InputType } from '@nestjs/graphql';
import { Locale } from '../platform/graphql/enums.js';
import { OrganisationKind } from './enums.js';

@InputType()
export class AccessRequestInput {
  @Field()
  idempotencyKey: string;

  @Field()
  organisationName: string;

  @Field(() => OrganisationKind)
  organisationKind: OrganisationKind;

  @Field()
  enterpriseNumber: string;

  @Field()
  contactName: string;

  @Field()
  contactEmail: string;

  @Field(() => String, { nullable: true })
  contactPhone?: string | null;

  @Field(() => String, { nullable: true })
  street?: string | null;

  @Field(() => String, { nullable: true })
  postcode?: string | null;

  @Field(() => String, { nullable: true })
  town?: string | null;

  @Field(() => String, { nullable: true })
  message?: string | null;

  @Field()
  acceptedTermsVersion: string;

  @Field(() => Locale)
  locale: Locale;
}
