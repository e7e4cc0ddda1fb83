import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Locale, Role } from '../platform/graphql/enums.js';
import { Organisation } from './organisation.entity.js';

@ObjectType({ description: 'What the booking form starts with: the last reservation of this person.' })
export class BookingDefaults {
  // The sites feature adds the field `site` from this id.
  siteId: string | null;

  @Field(() => String, { nullable: true })
  contactName: string | null;

  @Field(() => String, { nullable: true })
  contactPhone: string | null;

  @Field(() => Int, { nullable: true })
  groupSize: number | null;

  @Field(() => String, { nullable: true })
  purpose: string | null;
}

@ObjectType({ description: 'The person who is signed in.' })
export class Viewer {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field()
  email: string;

  @Field(() => Role)
  role: Role;

  @Field(() => Locale)
  locale: Locale;

  organisationId: string;

  @Field(() => Organisation)
  organisation?: Organisation;

  @Field()
  demo: boolean;

  @Field(() => BookingDefaults)
  bookingDefaults?: BookingDefaults;

  @Field(() => [String], { description: 'Names of the actions that this person may do somewhere.' })
  permissions?: string[];
}
