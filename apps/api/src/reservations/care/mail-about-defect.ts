import type { EntityManager } from 'typeorm';
import type { Defect } from '../../equipment/care/defect.entity.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import { localized } from '../../platform/graphql/localized-text.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { By } from '../with-reservation.js';
import { affectedStays } from './affected.js';

/** Tells the planners of a defect, and of a blocking one how many bookings wait for their answer. */
export async function mailAboutDefect(
  tx: EntityManager,
  { settings, actor }: By,
  defect: Defect,
  unit: EquipmentUnit,
): Promise<void> {
  const model = (await tx.findOneBy(EquipmentModel, { id: unit.modelId }))!;
  const planners = await tx.findBy(Person, { role: 'PLANNER', active: true });
  const bookings = defect.severity === 'BLOCKING' ? (await affectedStays(tx, { unitIds: [unit.id] })).length : 0;
  for (const to of planners)
    if (to.id !== actor.personId)
      await queueMail(tx, settings.publicUrl, {
        to,
        once: defect.id,
        template: defect.severity === 'BLOCKING' ? 'defectBlocks' : 'defectReported',
        data: { unitCode: unit.code, kit: localized(model, 'name')!, defect: defect.description, bookings },
      });
}
