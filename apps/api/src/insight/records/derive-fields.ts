import type { RecordKind } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';

/** Texts of a record that is being made ready, with the ids of what it refers to. */
export interface Draft {
  readonly texts: Record<string, string | null>;
  readonly references: Record<string, string>;
  /** The position is only that of the town. */
  approximate?: boolean;
}

/** Fills in what was left out and follows from other fields: a town's position, a unit's serial number. */
export async function deriveFields(tx: EntityManager, kind: RecordKind, drafts: readonly Draft[]): Promise<void> {
  if (kind === 'SITE') await placeSites(tx, drafts);
  if (kind === 'UNIT') await numberUnits(tx, drafts);
}

async function placeSites(tx: EntityManager, drafts: readonly Draft[]): Promise<void> {
  const without = drafts.filter(({ texts }) => !texts['latitude'] || !texts['longitude'] || !texts['municipality']);
  if (without.length === 0) return;
  const places = await tx.query<
    { postcode: string; name: string; municipality: string; nis: string; latitude: number; longitude: number }[]
  >('SELECT * FROM place WHERE postcode = ANY($1) ORDER BY name', [without.map(({ texts }) => texts['postcode'] ?? '')]);
  for (const draft of without) {
    const { texts } = draft;
    const same = (a: string) => a.localeCompare(texts['town'] ?? '', 'nl', { sensitivity: 'base' }) === 0;
    const near = places.filter(({ postcode }) => postcode === texts['postcode']);
    const place = near.find(({ name }) => same(name)) ?? near.find(({ name, municipality }) => name === municipality) ?? near[0];
    if (!place) continue;
    texts['municipality'] ??= place.municipality;
    if (texts['latitude'] && texts['longitude']) continue;
    texts['latitude'] = String(place.latitude);
    texts['longitude'] = String(place.longitude);
    draft.approximate = true;
  }
}

async function numberUnits(tx: EntityManager, drafts: readonly Draft[]): Promise<void> {
  const models = [...new Set(drafts.map(({ references }) => references['model']).filter((id) => id !== undefined))];
  if (models.length === 0 || drafts.every(({ texts }) => texts['serial'] && texts['mobility'])) return;
  const rows = await tx.query<{ id: string; mobility: string; last: number }[]>(
    `SELECT m.id, m.mobility, COALESCE((SELECT max(u.serial) FROM equipment_unit u WHERE u.model_id = m.id), 0) AS last
       FROM equipment_model m WHERE m.id = ANY($1)`,
    [models],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { texts, references } of drafts) {
    const model = byId.get(references['model'] ?? '');
    if (model && texts['serial']) model.last = Math.max(model.last, Number(texts['serial']));
  }
  for (const { texts, references } of drafts) {
    const model = byId.get(references['model'] ?? '');
    if (!model) continue;
    texts['mobility'] ??= model.mobility;
    texts['serial'] ??= String(++model.last);
  }
}
