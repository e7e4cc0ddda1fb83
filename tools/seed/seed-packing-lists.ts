import type { ClientBase } from 'pg';
import { idOf, idsByCode, insertRows } from './insert-rows.ts';
import { readData } from './read-data.ts';

/** Plausible contents of the cases of each model: nobody has counted them yet. */
export async function seedPackingLists(client: ClientBase): Promise<void> {
  const models = await idsByCode(client, 'equipment_model');
  const parts = new Map(readData('parts').map(({ code, name }) => [code, name]));
  const rows = readData('packing').flatMap(({ model, boxes }) =>
    boxes.flatMap(({ boxes: [first, last], items }) =>
      Array.from({ length: last - first + 1 }, (_, offset) => first + offset).flatMap((box) =>
        items.map(({ part, quantity }, index) => {
          const name = parts.get(part);
          if (!name) throw new Error(`the packing list of ${model} names the part "${part}", which does not exist`);
          return {
            model_id: idOf(models, model),
            box,
            position: index + 1,
            name_nl: name.nl,
            name_fr: name.fr,
            name_en: name.en,
            quantity,
          };
        }),
      ),
    ),
  );
  await insertRows(client, 'packing_item', rows);
}
