import { HANDOVER_MOMENTS } from '@karavaan/domain';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StayState } from '../../placement/enums.js';
import { PackedPart } from '../../equipment/packing/packing.types.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { LocalizedText } from '../../platform/graphql/localized-text.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Document } from '../../platform/documents/document.entity.js';
import { ReservationState } from '../enums.js';

export const HandoverMoment = enumOf(...HANDOVER_MOMENTS);
export type HandoverMoment = keyof typeof HandoverMoment;
registerEnumType(HandoverMoment, { name: 'HandoverMoment', description: 'Fetched at its last place, delivered, brought back.' });

export const BoxState = enumOf('PRESENT', 'LATER', 'MISSING');
export type BoxState = keyof typeof BoxState;
registerEnumType(BoxState, { name: 'BoxState', description: 'LATER: it still comes. MISSING: nobody has it.' });

@InputType()
export class PartFindingInput {
  @Field(() => Int)
  position: number;

  @Field(() => Int, { defaultValue: 0 })
  missing: number;

  @Field(() => Int, { defaultValue: 0 })
  broken: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class HandedBoxInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => Int)
  box: number;

  @Field(() => BoxState)
  state: BoxState;

  @Field(() => [PartFindingInput], { defaultValue: [], description: 'Only parts with which something is wrong.' })
  parts: PartFindingInput[];
}

@InputType()
export class SignatureInput {
  @Field()
  name: string;

  @Field(() => String, { nullable: true, description: 'An SVG path of moves and lines; absent when the typed name signs.' })
  strokes?: string | null;
}

@InputType()
export class HandoverInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  reservationId: string;

  @Field(() => HandoverMoment)
  moment: HandoverMoment;

  @Field({ description: 'By the clock of the device.' })
  happenedAt: Date;

  @Field(() => [HandedBoxInput])
  boxes: HandedBoxInput[];

  @Field(() => SignatureInput)
  giver: SignatureInput;

  @Field(() => SignatureInput)
  receiver: SignatureInput;

  @Field(() => String, { nullable: true })
  remark?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Of files sent to /documents before.' })
  photoIds: string[];

  @Field(() => Boolean, { defaultValue: false, description: 'Keep it beside what somebody else noted: it changes no state.' })
  second: boolean;
}

@ObjectType({ description: 'A box of a unit in one loan.' })
export class SheetBox {
  @Field(() => Int)
  box: number;

  @Field(() => [PackedPart])
  parts: PackedPart[];

  @Field(() => [HandoverMoment], { description: 'The moments at which it passed.' })
  passed: HandoverMoment[];

  @Field({ description: 'Somebody noted that nobody has it.' })
  lost: boolean;
}

@ObjectType()
export class SheetUnit {
  @Field(() => ID)
  unitId: string;

  @Field()
  code: string;

  @Field()
  modelName: LocalizedText;

  @Field()
  drawing: string;

  @Field(() => StayState)
  state: StayState;

  @Field(() => [SheetBox])
  boxes: SheetBox[];

  @Field(() => [Int], { description: 'Boxes that went out and have not come back.' })
  stillOut: number[];
}

@ObjectType()
export class RecordedPart {
  @Field()
  name: LocalizedText;

  @Field(() => Int)
  missing: number;

  @Field(() => Int)
  broken: number;

  @Field(() => String, { nullable: true })
  note: string | null;
}

@ObjectType()
export class RecordedBox {
  @Field()
  unitCode: string;

  @Field(() => Int)
  box: number;

  @Field(() => BoxState)
  state: BoxState;

  @Field(() => [RecordedPart])
  parts: RecordedPart[];
}

@ObjectType()
export class HandoverRecord {
  @Field(() => ID)
  id: string;

  @Field(() => HandoverMoment)
  moment: HandoverMoment;

  @Field()
  happenedAt: Date;

  @Field()
  recordedAt: Date;

  @Field()
  recordedByName: string;

  @Field()
  giverName: string;

  @Field(() => String, { nullable: true })
  giverStrokes: string | null;

  @Field()
  receiverName: string;

  @Field(() => String, { nullable: true })
  receiverStrokes: string | null;

  @Field(() => String, { nullable: true })
  remark: string | null;

  @Field({ description: 'Kept beside what somebody else noted of the same moment.' })
  second: boolean;

  @Field(() => [RecordedBox])
  boxes: RecordedBox[];

  @Field(() => [Document])
  photos: Document[];
}

@ObjectType({ description: 'All that two people need when a loan passes from hand to hand; also without network.' })
export class HandoverSheet {
  @Field(() => ID)
  reservationId: string;

  @Field()
  number: string;

  @Field(() => ReservationState)
  state: ReservationState;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field()
  organisationName: string;

  @Field()
  siteName: string;

  @Field()
  siteTown: string;

  @Field(() => String, { nullable: true })
  deliveryNote: string | null;

  @Field(() => String, { nullable: true })
  contactName: string | null;

  @Field(() => String, { nullable: true })
  contactPhone: string | null;

  @Field(() => [SheetUnit])
  units: SheetUnit[];

  @Field(() => [HandoverRecord], { description: 'The latest first.' })
  records: HandoverRecord[];
}

@ObjectType({ description: 'A later booking of a unit that came back incomplete; its owner was told.' })
export class AffectedBooking {
  @Field()
  number: string;

  @Field()
  unitCode: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field()
  siteName: string;
}

@ObjectType()
export class HandedOver {
  @Field()
  sheet: HandoverSheet;

  @Field(() => [AffectedBooking])
  affected: AffectedBooking[];
}

@ObjectType({ description: 'What a label stands for.' })
export class ScannedUnit {
  @Field()
  unitCode: string;

  @Field(() => String, { nullable: true, description: 'The booking that has it now, or else the next one; only its number.' })
  number: string | null;

  @Field(() => ID, { nullable: true, description: 'Only for who may hand it over.' })
  reservationId: string | null;
}

export const HandoverResult = createUnionType({
  name: 'HandoverResult',
  types: () => [HandedOver, Refusal] as const,
  resolveType: (value: HandedOver | Refusal) => (value instanceof Refusal ? Refusal : HandedOver),
});
