import type { EntityManager } from 'typeorm';
import type { Batch } from '../../platform/graphql/loaders.js';
import { PackedBox, PackedPart, UnitPackingList } from './packing.types.js';

interface Row {
  unitId: string;
  version: number;
  cases: number;
  box: number | null;
  position: number;
  nl: string;
  fr: string;
  en: string;
  quantity: number;
}

/** The packing lists of units, by id: their own, or else their model's; one query. A unit nobody packed yet has its boxes, empty. */
export async function readPacking(manager: EntityManager, unitIds: readonly string[]): Promise<Map<string, UnitPackingList>> {
  const rows = await manager.query<Row[]>(
    `SELECT u.id AS "unitId", COALESCE(k.version, 0) AS version, m.cases,
            p.box, p.position, p.name_nl AS nl, p.name_fr AS fr, p.name_en AS en, p.quantity
       FROM equipment_unit u
       JOIN equipment_model m ON m.id = u.model_id
       LEFT JOIN unit_packing k ON k.unit_id = u.id
       LEFT JOIN LATERAL (
         SELECT box, position, name_nl, name_fr, name_en, quantity FROM unit_part WHERE unit_id = u.id AND k.version > 0
         UNION ALL
         SELECT box, position, name_nl, name_fr, name_en, quantity FROM packing_item WHERE model_id = u.model_id
            AND NOT EXISTS (SELECT 1 FROM unit_part own WHERE own.unit_id = u.id)
       ) p ON true
      WHERE u.id = ANY($1::uuid[]) ORDER BY u.id, p.box, p.position`,
    [unitIds],
  );
  const lists = new Map<string, UnitPackingList>();
  for (const [unitId, parts] of Map.groupBy(rows, (row) => row.unitId)) {
    const { version, cases } = parts[0]!;
    const last = Math.max(1, parts[0]!.box === null ? cases : Math.max(...parts.map((part) => part.box ?? 0)));
    const boxes = Array.from({ length: last }, (_, at): PackedBox => {
      const inside = parts.filter((part) => part.box === at + 1);
      return Object.assign(new PackedBox(), {
        box: at + 1,
        parts: inside.map(({ position, nl, fr, en, quantity }) =>
          Object.assign(new PackedPart(), { position, name: { nl, fr, en }, quantity }),
        ),
      });
    });
    lists.set(unitId, Object.assign(new UnitPackingList(), { unitId, version, boxes }));
  }
  return lists;
}

export const packingOfUnits: Batch<string, UnitPackingList> = async (ids, { manager }) => {
  const lists = await readPacking(manager, ids);
  return ids.map((id) => lists.get(id) ?? new Error('no such unit'));
};
