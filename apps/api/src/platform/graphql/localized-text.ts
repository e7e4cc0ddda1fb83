import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class LocalizedText {
  @Field()
  nl: string;

  @Field()
  fr: string;

  @Field()
  en: string;
}

type Keys<P extends string> = `${P}${'Nl' | 'Fr' | 'En'}`;

/** The text that a row keeps in three columns `prefixNl`, `prefixFr`, `prefixEn`; null when the first is. */
export function localized<P extends string>(row: Record<Keys<P>, string | null>, prefix: P): LocalizedText | null {
  const nl = row[`${prefix}Nl` as Keys<P>];
  if (nl === null) return null;
  return { nl, fr: row[`${prefix}Fr` as Keys<P>] ?? nl, en: row[`${prefix}En` as Keys<P>] ?? nl };
}
