import type { ClientBase } from 'pg';

/** A line as somebody in a hurry draws it. */
const SCRIBBLE = 'M60 110L80 70L98 118L112 84L130 112L150 92L176 108L210 96M230 112L246 60L252 116L276 88L300 110L340 98L420 104';

/**
 * Notes the delivery of what stands at its site today, each box, signed by the driver and the contact; and gives one
 * unit a packing list of its own, with a spare cable that its model does not have.
 */
export async function seedHandovers(client: ClientBase): Promise<void> {
  await client.query(
    `WITH driver AS (SELECT id, name FROM person WHERE role = 'DRIVER' ORDER BY email LIMIT 1)
     INSERT INTO handover (reservation_id, moment, happened_at, recorded_at, recorded_by, giver_name, giver_strokes, receiver_name)
     SELECT r.id, 'DELIVER', lower(r.during), lower(r.during), d.id, d.name, $1, COALESCE(r.contact_name, p.name)
       FROM reservation r JOIN person p ON p.id = r.requester_id CROSS JOIN driver d
      WHERE r.state = 'CONFIRMED' AND lower(r.during) <= now()
        AND EXISTS (SELECT 1 FROM occupancy o WHERE o.reservation_id = r.id AND o.active AND o.stay_state = 'ON_SITE')`,
    [SCRIBBLE],
  );
  await client.query(
    `INSERT INTO handover_box (handover_id, reservation_id, unit_id, moment, box, state)
     SELECT h.id, h.reservation_id, u.id, h.moment, b.box, 'PRESENT'
       FROM handover h
       JOIN occupancy o ON o.reservation_id = h.reservation_id AND o.active AND o.stay_state = 'ON_SITE'
       JOIN equipment_unit u ON u.id = o.unit_id
       CROSS JOIN LATERAL (SELECT DISTINCT box FROM packing_item WHERE model_id = u.model_id) b`,
  );
  await client.query(
    `WITH chosen AS (SELECT u.id, u.model_id FROM equipment_unit u
                      WHERE u.mobility = 'MOBILE' AND EXISTS (SELECT 1 FROM packing_item i WHERE i.model_id = u.model_id) ORDER BY u.code LIMIT 1),
          list AS (INSERT INTO unit_packing (unit_id) SELECT id FROM chosen RETURNING unit_id)
     INSERT INTO unit_part (unit_id, box, position, name_nl, name_fr, name_en, quantity)
     SELECT l.unit_id, i.box, i.position, i.name_nl, i.name_fr, i.name_en, i.quantity
       FROM list l, chosen c JOIN packing_item i ON i.model_id = c.model_id
     UNION ALL
     SELECT l.unit_id, 1, (SELECT max(position) + 1 FROM packing_item i WHERE i.model_id = c.model_id AND i.box = 1),
            'reservekabel', 'câble de réserve', 'spare cable', 1 FROM list l, chosen c`,
  );
}
