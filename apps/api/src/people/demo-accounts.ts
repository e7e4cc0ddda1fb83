import { Field, ObjectType } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import { Role } from '../platform/graphql/enums.js';
import type { Settings } from '../platform/settings.js';

@ObjectType({ description: 'An account of the demo data, with its public password. Never in production.' })
export class DemoAccount {
  @Field()
  email: string;

  @Field()
  password: string;

  @Field()
  name: string;

  @Field(() => Role)
  role: Role;

  @Field()
  organisationName: string;
}

/** The accounts that the demo seed made; none in production and none without the seed. */
export async function demoAccounts(manager: EntityManager, { production }: Pick<Settings, 'production'>): Promise<DemoAccount[]> {
  if (production) return [];
  return manager.query<DemoAccount[]>(
    `SELECT p.email, s.value ->> 'demoPassword' AS password, p.name, p.role, o.name AS "organisationName"
       FROM setting s JOIN person p ON p.demo AND p.active AND p.password_hash IS NOT NULL
       JOIN organisation o ON o.id = p.organisation_id
      WHERE s.key = 'seed' AND s.value ->> 'demoPassword' IS NOT NULL
      ORDER BY array_position(ARRAY['COORDINATOR', 'PLANNER', 'DRIVER', 'BUDGET_OFFICER', 'ADMINISTRATOR'], p.role), p.email`,
  );
}
