import { stillOut } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { readPacking } from '../../equipment/packing/packing-of.js';
import type { PackedBox } from '../../equipment/packing/packing.types.js';
import type { StayState } from '../../placement/enums.js';
import { Document } from '../../platform/documents/document.entity.js';
import type { LocalizedText } from '../../platform/graphql/localized-text.js';
import type { ReservationState } from '../enums.js';
import { reservationNumber } from '../reservation-number.js';
import { Handover, HandoverBox } from './handover.entity.js';
import type { HandoverSheet, SheetUnit } from './handover.types.js';

interface Head {
  reservationId: string;
  number: number;
  state: ReservationState;
  firstDay: string;
  lastDay: string;
  organisationName: string;
  siteName: string;
  siteTown: string;
  deliveryNote: string | null;
  contactName: string | null;
  contactPhone: string | null;
}

interface Stay {
  reservationId: string;
  unitId: string;
  code: string;
  modelName: LocalizedText;
  drawing: string;
  state: StayState;
}

/** The sheets of these reservations, in their order; a constant number of queries. */
export async function readSheets(manager: EntityManager, ids: readonly string[]): Promise<HandoverSheet[]> {
  const heads = await manager.query<Head[]>(
    `SELECT r.id AS "reservationId", r.number, r.state, r.first_day::text AS "firstDay", r.last_day::text AS "lastDay",
            g.name AS "organisationName", s.name AS "siteName", s.town AS "siteTown", s.delivery_note AS "deliveryNote",
            r.contact_name AS "contactName", r.contact_phone AS "contactPhone"
       FROM reservation r JOIN organisation g ON g.id = r.organisation_id JOIN site s ON s.id = r.site_id
      WHERE r.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], r.id)`,
    [ids],
  );
  const stays = await manager.query<Stay[]>(
    `SELECT o.reservation_id AS "reservationId", u.id AS "unitId", u.code, m.drawing, o.stay_state AS state,
            json_build_object('nl', m.name_nl, 'fr', m.name_fr, 'en', m.name_en) AS "modelName"
       FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id JOIN equipment_model m ON m.id = u.model_id
      WHERE o.reservation_id = ANY($1::uuid[]) AND o.active AND o.kind = 'STAY' ORDER BY u.code`,
    [ids],
  );
  const packing = await readPacking(manager, [...new Set(stays.map((stay) => stay.unitId))]);
  const boxes = await manager.findBy(HandoverBox, { reservationId: In([...ids]) });
  const handovers = await manager.find(Handover, {
    where: { reservationId: In([...ids]) },
    relations: { recorder: true },
    order: { happenedAt: 'DESC', recordedAt: 'DESC' },
  });
  const photos = handovers.length
    ? await manager.find(Document, {
        where: { entity: 'handover', entityId: In(handovers.map((each) => each.id)) },
        order: { position: 'ASC' },
      })
    : [];
  const codeOf = new Map(stays.map((stay) => [stay.unitId, stay.code]));

  return heads.map(({ number, ...head }) => ({
    ...head,
    number: reservationNumber({ number }),
    units: stays
      .filter((stay) => stay.reservationId === head.reservationId)
      .map((stay) => unitOf(stay, packing.get(stay.unitId)!.boxes, boxes)),
    records: handovers
      .filter((each) => each.reservationId === head.reservationId)
      .map(({ recorder, ...each }) => ({
        ...each,
        recordedByName: recorder!.name,
        boxes: boxes
          .filter((box) => box.handoverId === each.id)
          .map((box) => ({ unitCode: codeOf.get(box.unitId) ?? '?', box: box.box, state: box.state, parts: box.parts }))
          .sort((a, b) => a.unitCode.localeCompare(b.unitCode) || a.box - b.box),
        photos: photos.filter((photo) => photo.entityId === each.id),
      })),
  }));
}

function unitOf(stay: Stay, list: readonly PackedBox[], all: readonly HandoverBox[]): SheetUnit {
  const mine = all.filter((each) => each.counted && each.reservationId === stay.reservationId && each.unitId === stay.unitId);
  const boxes = list.map(({ box, parts }) => {
    const of = mine.filter((each) => each.box === box);
    return {
      box,
      parts,
      passed: of.filter((each) => each.state === 'PRESENT').map((each) => each.moment),
      lost: of.some((each) => each.state === 'MISSING'),
    };
  });
  const numbers = (fits: (box: (typeof boxes)[number]) => boolean) => new Set(boxes.filter(fits).map((box) => box.box));
  const out = stay.state === 'PICKED_UP' || stay.state === 'ON_SITE';
  return {
    ...stay,
    boxes,
    stillOut: out
      ? stillOut(
          boxes.length,
          numbers((box) => box.passed.includes('RETURN')),
          numbers((box) => box.lost),
        )
      : [],
  };
}
