import { dayOf } from '@karavaan/domain';
import { In, MoreThanOrEqual } from 'typeorm';
import { InstructorAbsence, InstructorModel } from '../../equipment/instructors/instructor.entities.js';
import { type Batch, grouped } from '../../platform/graphql/loaders.js';
import { reservationNumber } from '../reservation-number.js';
import type { InstructorLoan } from './instructors.resolver.js';

export const modelsOf: Batch<string, string[]> = async (ids, { manager }) => {
  const rows = await manager.find(InstructorModel, { where: { personId: In([...ids]) }, order: { modelId: 'ASC' } });
  return grouped(ids, rows, (row) => row.personId).map((group) => group.map(({ modelId }) => modelId));
};

export const absencesOf: Batch<string, InstructorAbsence[]> = async (ids, { manager }) => {
  const rows = await manager.find(InstructorAbsence, {
    where: { personId: In([...ids]), lastDay: MoreThanOrEqual(dayOf(Date.now())) },
    order: { firstDay: 'ASC', id: 'ASC' },
  });
  return grouped(ids, rows, (row) => row.personId);
};

export const loansOf: Batch<string, InstructorLoan[]> = async (ids, { manager }) => {
  const rows = await manager.query<(Omit<InstructorLoan, 'number'> & { personId: string; serial: number })[]>(
    `SELECT i.person_id AS "personId", r.id AS "reservationId", r.number AS serial, r.state, r.first_day::text AS "firstDay",
            r.last_day::text AS "lastDay", s.name AS "siteName", concat_ws(', ', s.street, concat_ws(' ', s.postcode, s.town)) AS address,
            o.name AS organisation, r.purpose, NULLIF(concat_ws(', ', r.contact_name, r.contact_phone), '') AS contact,
            ARRAY(SELECT u.code FROM occupancy x JOIN equipment_unit u ON u.id = x.unit_id
                   WHERE x.reservation_id = r.id AND x.kind = 'STAY' AND x.active ORDER BY u.code) AS "unitCodes"
       FROM instruction i JOIN reservation r ON r.id = i.reservation_id
       JOIN site s ON s.id = r.site_id JOIN organisation o ON o.id = r.organisation_id
      WHERE i.person_id = ANY($1::uuid[]) AND i.active AND r.last_day >= (now() AT TIME ZONE 'Europe/Brussels')::date
        AND (r.state IN ('SUBMITTED', 'CONFIRMED') OR (r.state = 'HELD' AND r.hold_expires_at > now()))
      ORDER BY r.first_day, r.number`,
    [[...ids]],
  );
  const loans = rows.map(({ serial, ...row }) => ({ ...row, number: reservationNumber({ number: serial }) }));
  return grouped(ids, loans, (row) => row.personId);
};

export const instructorsOf: Batch<string, string[]> = async (ids, { manager }) => {
  const rows = await manager.query<{ reservationId: string; personId: string }[]>(
    `SELECT reservation_id AS "reservationId", person_id AS "personId" FROM instruction
      WHERE reservation_id = ANY($1::uuid[]) AND active ORDER BY created_at, person_id`,
    [[...ids]],
  );
  return grouped(ids, rows, (row) => row.reservationId).map((group) => group.map(({ personId }) => personId));
};

export const accompaniedReservations: Batch<string, boolean> = async (ids, { manager }) => {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT o.reservation_id AS id FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id
       JOIN accompanied_model a ON a.model_id = u.model_id
      WHERE o.reservation_id = ANY($1::uuid[]) AND o.kind = 'STAY' AND o.active`,
    [[...ids]],
  );
  return ids.map((id) => rows.some((row) => row.id === id));
};
