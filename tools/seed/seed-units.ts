import type { ClientBase } from 'pg';
import { idOf, idsByCode, insertRows } from './insert-rows.ts';
import { readData } from './read-data.ts';

/** Units that do not exist, marked so: which ones there are and where they live is for their owner to say. */
export async function seedUnits(client: ClientBase): Promise<void> {
  const models = await idsByCode(client, 'equipment_model');
  const sites = await idsByCode(client, 'site');
  const organisations = await idsByCode(client, 'organisation');
  const mobility = new Map(readData('models').map((model) => [model.code, model.mobility]));
  const rows = readData('units').map(({ code, model, serial, homeSite, owner }) => ({
    code,
    model_id: idOf(models, model),
    serial,
    mobility: mobility.get(model),
    home_site_id: idOf(sites, homeSite),
    owner_organisation_id: idOf(organisations, owner),
    in_service: true,
    demo: true,
  }));
  await insertRows(client, 'equipment_unit', rows);
}
