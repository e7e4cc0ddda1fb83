import { Field, Int, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { Settings } from '../platform/settings.js';
import { DemoAccount, demoAccounts } from './demo-accounts.js';

@ObjectType({ description: 'What everybody may know of this installation.' })
export class PublicSettings {
  @Field({ description: 'Price of a day of use, in cents; 0 is free.' })
  priceCents: string;

  @Field()
  termsVersion: string;

  @Field()
  contactEmail: string;

  @Field(() => String, { nullable: true })
  contactPhone: string | null;

  @Field(() => String, { nullable: true })
  tileUrl: string | null;

  @Field(() => String, { nullable: true })
  tileAttribution: string | null;

  @Field(() => Int)
  holdMinutes: number;

  @Field(() => Int)
  noticeDays: number;

  @Field({ description: 'Whether mails leave; if not, the outbox page shows them.' })
  smtp: boolean;
}

@Resolver(() => PublicSettings)
export class SettingsResolver {
  constructor(
    private readonly settingsNow: Settings,
    private readonly dataSource: DataSource,
  ) {}

  @Query(() => PublicSettings)
  settings(): PublicSettings {
    const { priceCents, termsVersion, contactEmail, contactPhone, tileUrl, tileAttribution, holdMinutes, noticeDays, smtpUrl } =
      this.settingsNow;
    return {
      priceCents: String(priceCents),
      termsVersion,
      contactEmail,
      contactPhone: contactPhone ?? null,
      tileUrl: tileUrl ?? null,
      tileAttribution: tileAttribution ?? null,
      holdMinutes,
      noticeDays,
      smtp: smtpUrl !== undefined,
    };
  }

  @ResolveField(() => [DemoAccount])
  demoAccounts(): Promise<DemoAccount[]> {
    return demoAccounts(this.dataSource.manager, this.settingsNow);
  }

  @ResolveField(() => Boolean)
  async demo(): Promise<boolean> {
    const [{ demo }] = await this.dataSource.query<[{ demo: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM setting WHERE key = 'seed' AND (value ->> 'demo')::boolean) AS demo`,
    );
    return demo;
  }
}
