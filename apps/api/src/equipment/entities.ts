import { EquipmentModel, PackingItem } from './equipment-model.entity.js';
import { EquipmentUnit } from './equipment-unit.entity.js';

export const equipmentEntities = [EquipmentModel, PackingItem, EquipmentUnit];
