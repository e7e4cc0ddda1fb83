import { Field, Float, ObjectType } from '@nestjs/graphql';
import { AlternativeKind, RefusalCode } from './enums.js';
import { LocalizedText } from './localized-text.js';
import { DayScalar } from './scalars.js';

/**
 * One reason for a refusal, or one warning. The features that know units, sites and reservations add the fields of
 * those names by `@ResolveField` on this type, from the ids kept here.
 */
@ObjectType()
export class RefusalReason {
  @Field(() => RefusalCode)
  code: RefusalCode;

  unitId?: string | null;
  siteId?: string | null;
  reservationId?: string | null;
  budgetLineId?: string | null;

  @Field(() => DayScalar, { nullable: true })
  firstDay?: string | null;

  @Field(() => DayScalar, { nullable: true })
  lastDay?: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What the inspection is called.' })
  name?: LocalizedText | null;

  @Field(() => String, { nullable: true, description: 'The input field that is wrong, for INVALID_INPUT.' })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'An amount is written as people read it: € 1.234,50.' })
  needed?: string | null;

  @Field(() => String, { nullable: true })
  available?: string | null;

  @Field(() => Boolean, { description: 'Rests on an estimated figure.' })
  estimated: boolean;

  @Field(() => Boolean, { description: 'A planner may override it with a reason.' })
  overridable: boolean;
}

/** What would work instead. */
@ObjectType()
export class Alternative {
  @Field(() => AlternativeKind)
  kind: AlternativeKind;

  unitId: string;
  siteId?: string | null;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field(() => Float, { nullable: true })
  extraKm?: number | null;
}

/** The expected "no" of a mutation. */
@ObjectType()
export class Refusal {
  @Field(() => [RefusalReason])
  reasons: RefusalReason[];

  @Field(() => [Alternative])
  alternatives: Alternative[];

  static of(code: RefusalCode, more: Partial<RefusalReason> = {}): Refusal {
    return Refusal.because([{ code, ...more }]);
  }

  static because(
    reasons: readonly (Partial<RefusalReason> & { code: RefusalCode })[],
    alternatives: Alternative[] = [],
  ): Refusal {
    return Object.assign(new Refusal(), {
      reasons: reasons.map((reason) => Object.assign(new RefusalReason(), { estimated: false, overridable: false, ...reason })),
      alternatives,
    });
  }
}

@ObjectType()
export class Done {
  @Field()
  ok: boolean;
}
