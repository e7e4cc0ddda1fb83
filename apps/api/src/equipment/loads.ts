import { In } from 'typeorm';
import { type Batch, grouped } from '../platform/graphql/loaders.js';
import { PackingItem } from './equipment-model.entity.js';
import { EquipmentUnit } from './equipment-unit.entity.js';

export const unitsByModel: Batch<string, EquipmentUnit[]> = async (ids, { manager }) => {
  const rows = await manager.find(EquipmentUnit, { where: { modelId: In([...ids]) }, order: { serial: 'ASC' } });
  return grouped(ids, rows, (unit) => unit.modelId);
};

export const unitsByHomeSite: Batch<string, EquipmentUnit[]> = async (ids, { manager }) => {
  const rows = await manager.find(EquipmentUnit, { where: { homeSiteId: In([...ids]) }, order: { code: 'ASC' } });
  return grouped(ids, rows, (unit) => unit.homeSiteId);
};

export const packingByModel: Batch<string, PackingItem[]> = async (ids, { manager }) => {
  const rows = await manager.find(PackingItem, { where: { modelId: In([...ids]) }, order: { box: 'ASC', position: 'ASC' } });
  return grouped(ids, rows, (item) => item.modelId);
};
