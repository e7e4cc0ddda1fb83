import { Consumable, ConsumableStock } from './care/consumable.entity.js';
import { UnitPacking, UnitPart } from './packing/unit-packing.entity.js';
import { Defect } from './care/defect.entity.js';
import { InspectionPlan } from './care/inspection-plan.entity.js';
import { InspectionReminder } from './care/inspection-reminder.entity.js';
import { Inspection } from './care/inspection.entity.js';
import { TurnaroundStep } from './care/turnaround-step.entity.js';
import { AccompaniedModel, Instructor, InstructorAbsence, InstructorModel } from './instructors/instructor.entities.js';
import { EquipmentModel, PackingItem } from './equipment-model.entity.js';
import { EquipmentUnit } from './equipment-unit.entity.js';

export const equipmentEntities = [
  EquipmentModel,
  UnitPacking,
  UnitPart,
  PackingItem,
  EquipmentUnit,
  TurnaroundStep,
  InspectionPlan,
  Inspection,
  InspectionReminder,
  Defect,
  Consumable,
  ConsumableStock,
  Instructor,
  InstructorModel,
  InstructorAbsence,
  AccompaniedModel,
];
