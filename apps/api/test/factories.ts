import { randomBytes, randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../src/auth/actor.js';
import { Organisation } from '../src/people/organisation.entity.js';
import { Person } from '../src/people/person.entity.js';

type Manager = Pick<EntityManager, 'getRepository'>;
const word = () => randomBytes(4).toString('hex');

/** A valid Belgian enterprise number: the last two digits are 97 minus the first eight modulo 97. */
export function someEnterpriseNumber(): string {
  const first = randomInt(2_000_000, 9_999_999).toString().padStart(8, '0');
  return first + String(97 - (Number(first) % 97)).padStart(2, '0');
}

export function makeOrganisation(manager: Manager, fields: Partial<Organisation> = {}): Promise<Organisation> {
  const code = `org-${word()}`;
  return manager.getRepository(Organisation).save({ code, name: `Organisation ${code}`, kind: 'TRAINING_PROVIDER', ...fields });
}

/** A person with an organisation of their own, unless one is given. */
export async function makePerson(manager: Manager, fields: Partial<Person> = {}): Promise<Person> {
  const name = word();
  return manager.getRepository(Person).save({
    email: `${name}@example.org`,
    name: `Person ${name}`,
    role: 'COORDINATOR',
    ...fields,
    organisationId: fields.organisationId ?? (await makeOrganisation(manager)).id,
  });
}

export function actorOf(person: Person): Actor {
  return { role: person.role, personId: person.id, organisationId: person.organisationId };
}
