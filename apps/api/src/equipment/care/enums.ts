import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../platform/graphql/enum-of.js';

export const TurnaroundPhase = enumOf('BEFORE', 'AFTER');
export type TurnaroundPhase = keyof typeof TurnaroundPhase;
registerEnumType(TurnaroundPhase, { name: 'TurnaroundPhase' });

export const TurnaroundKind = enumOf('CHECK', 'CLEAN', 'CHARGE', 'REIMAGE');
export type TurnaroundKind = keyof typeof TurnaroundKind;
registerEnumType(TurnaroundKind, { name: 'TurnaroundKind' });

export const WorkUnit = enumOf('HOUR', 'DAY');
export type WorkUnit = keyof typeof WorkUnit;
registerEnumType(WorkUnit, { name: 'WorkUnit', description: 'HOUR: of working time. DAY: a whole working day.' });

export const InspectionResult = enumOf('PASSED', 'REMARKS', 'FAILED');
export type InspectionResult = keyof typeof InspectionResult;
registerEnumType(InspectionResult, { name: 'InspectionResult' });

export const DueState = enumOf('OVERDUE', 'DUE', 'FINE', 'UNKNOWN');
export type DueState = keyof typeof DueState;
registerEnumType(DueState, { name: 'DueState', description: 'DUE: within a month. UNKNOWN: no inspection was ever recorded.' });

export const DefectSeverity = enumOf('MINOR', 'MAJOR', 'BLOCKING');
export type DefectSeverity = keyof typeof DefectSeverity;
registerEnumType(DefectSeverity, { name: 'DefectSeverity', description: 'BLOCKING: not usable until it is solved.' });

export const DefectStatus = enumOf('REPORTED', 'CONFIRMED', 'IN_REPAIR', 'SOLVED');
export type DefectStatus = keyof typeof DefectStatus;
registerEnumType(DefectStatus, { name: 'DefectStatus' });

export const UsedPer = enumOf('PARTICIPANT', 'LOAN');
export type UsedPer = keyof typeof UsedPer;
registerEnumType(UsedPer, { name: 'UsedPer' });
