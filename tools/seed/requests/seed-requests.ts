import type { ClientBase } from 'pg';
import { plusDays, type Day } from '../days.ts';
import { insertRows } from '../insert-rows.ts';
import type { Random } from '../random.ts';

const COURSES = ['Kennismaking voor nieuwe instromers', 'Bijscholing voor technici', 'Praktijkweek', 'Zomerstage', 'Eindproef'];
const REMARKS = [
  'Onze groep heeft dit toestel nog nooit kunnen gebruiken.',
  'Het examen valt in de laatste week van de periode.',
  'We kunnen ook twee halve groepen maken.',
];
const GROUPS = ['EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS'] as const;
const FIRST = 'lien.vandamme@cvo-creo.example';

/** Wishes without a slot, most of them open, and a round that begins later: it keeps no time yet. */
export async function seedRequests(client: ClientBase, today: Day, random: Random): Promise<void> {
  const { rows: people } = await client.query<{ id: string; organisationId: string; siteId: string }>(
    `SELECT p.id, p.organisation_id AS "organisationId", s.id AS "siteId" FROM person p
       JOIN LATERAL (SELECT id FROM site WHERE organisation_id = p.organisation_id ORDER BY code LIMIT 1) s ON true
      WHERE p.demo AND p.active AND p.role = 'COORDINATOR' ORDER BY p.email <> $1, p.email`,
    [FIRST],
  );
  const { rows: models } = await client.query<{ id: string; domain: string }>(
    `SELECT DISTINCT ON (m.code) m.id, m.domain FROM equipment_model m JOIN equipment_unit u ON u.model_id = m.id
      WHERE u.mobility = 'MOBILE' AND u.in_service AND m.power_need IN ('NONE', 'V230_16A') ORDER BY m.code`,
  );
  const { rows: planners } = await client.query<{ id: string }>(
    `SELECT id FROM person WHERE demo AND role = 'PLANNER' ORDER BY email LIMIT 1`,
  );
  const wanted = models.slice(0, 6);
  const requests = Array.from({ length: 18 }, (_, at) => {
    const who = people[at % people.length]!;
    const model = wanted[at % wanted.length]!;
    const earliest = plusDays(today, 30 + 7 * random.whole(0, 6));
    const target = random.pick(GROUPS);
    const state = at === 16 ? 'REFUSED' : at === 17 ? 'WITHDRAWN' : 'OPEN';
    return {
      organisation_id: who.organisationId,
      requester_id: who.id,
      model_id: at % 9 === 8 ? null : model.id,
      domain: at % 9 === 8 ? model.domain : null,
      site_id: who.siteId,
      earliest_day: earliest,
      latest_day: plusDays(earliest, 20 + 7 * random.whole(0, 4)),
      days: random.pick([1, 2, 3, 3, 5]),
      group_size: random.whole(4, 10),
      target_group: target,
      sme: target === 'COMPANY_STAFF' ? random.chance(0.7) : null,
      course: random.pick(COURSES),
      preferred: at % 3 === 0 ? [{ firstDay: plusDays(earliest, 7), lastDay: plusDays(earliest, 13) }] : [],
      remark: at % 4 === 0 ? random.pick(REMARKS) : null,
      state,
      decision_reason: state === 'REFUSED' ? 'Dit toestel is die weken op een beurs.' : null,
      decided_by: state === 'REFUSED' ? planners[0]!.id : null,
      decided_at: state === 'REFUSED' ? `${plusDays(today, -2)}T10:00:00Z` : null,
      demo: true,
      created_at: `${plusDays(today, -20 + at)}T09:00:00Z`,
    };
  });
  await insertRows(client, 'request', requests);
  const rounds = await insertRows(
    client,
    'request_round',
    [
      {
        name: 'Voorjaarsronde',
        opens_on: plusDays(today, 40),
        closes_on: plusDays(today, 61),
        first_day: plusDays(today, 120),
        last_day: plusDays(today, 200),
        cap_placements: 2,
        weight_served: 50,
        weight_access: 30,
        weight_group: 20,
        seed: 1,
        created_by: planners[0]!.id,
        demo: true,
      },
    ],
    'name',
  );
  const roundId = [...rounds.values()][0];
  await insertRows(
    client,
    'request_round_model',
    wanted.slice(0, 2).map(({ id }) => ({ round_id: roundId, model_id: id })),
  );
}
