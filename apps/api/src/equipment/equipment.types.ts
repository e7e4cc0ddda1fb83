import { createUnionType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.js';
import { localized, LocalizedText } from '../platform/graphql/localized-text.js';
import { Node } from '../platform/graphql/node.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { PowerNeed } from '../sites/enums.js';
import { DOMAINS } from './domains.js';
import { Basis, Mobility } from './enums.js';
import type { EquipmentModel, PackingItem } from './equipment-model.entity.js';

@ObjectType('EquipmentDomain')
export class DomainType {
  @Field()
  code: string;

  @Field()
  name: LocalizedText;

  static of(code: string): DomainType {
    return { code, name: DOMAINS[code] ?? { nl: code, fr: code, en: code } };
  }
}

@ObjectType({ description: 'A figure with what it rests on.' })
export class Figure {
  @Field(() => Float)
  value: number;

  @Field(() => Basis)
  basis: Basis;
}

@ObjectType('PackingItem')
export class PackingItemType {
  @Field(() => Int)
  box: number;

  @Field()
  name: LocalizedText;

  @Field(() => Int)
  quantity: number;

  static of(row: PackingItem): PackingItemType {
    return { box: row.box, quantity: row.quantity, name: localized(row, 'name')! };
  }
}

@ObjectType('EquipmentModel', { implements: () => Node, description: 'Catalogue entry: what it is, what it needs.' })
export class ModelType extends Node {
  readonly __typename = 'EquipmentModel';

  @Field()
  code: string;

  @Field()
  name: LocalizedText;

  @Field()
  promise: LocalizedText;

  @Field()
  domain: DomainType;

  @Field()
  drawing: string;

  @Field(() => String, { nullable: true })
  exampleProduct: string | null;

  @Field(() => Mobility)
  mobility: Mobility;

  @Field(() => Int)
  cases: number;

  @Field()
  volumeM3: Figure;

  @Field()
  massKg: Figure;

  @Field()
  setupMinutes: Figure;

  @Field()
  packMinutes: Figure;

  @Field()
  floorM2: Figure;

  @Field()
  maxParticipants: Figure;

  @Field(() => PowerNeed)
  powerNeed: PowerNeed;

  @Field(() => String, { nullable: true })
  powerDetail: string | null;

  @Field(() => Basis)
  powerBasis: Basis;

  @Field()
  needsTailLift: boolean;

  @Field()
  needsTwoPersons: boolean;

  @Field(() => LocalizedText, { nullable: true })
  trainerRequirement: LocalizedText | null;

  @Field(() => LocalizedText, { nullable: true })
  inspectionDuty: LocalizedText | null;

  @Field(() => Int, { nullable: true })
  inspectionIntervalMonths: number | null;

  @Field(() => LocalizedText, { nullable: true })
  consumables: LocalizedText | null;

  @Field(() => LocalizedText, { nullable: true })
  transportHazards: LocalizedText | null;

  @Field(() => String, { nullable: true })
  source: string | null;

  @Field(() => String, { nullable: true })
  notes: string | null;

  static of(row: EquipmentModel): ModelType {
    return Object.assign(new ModelType(), {
      id: row.id,
      code: row.code,
      name: localized(row, 'name'),
      promise: localized(row, 'promise'),
      domain: DomainType.of(row.domain),
      drawing: row.drawing,
      exampleProduct: row.exampleProduct,
      mobility: row.mobility,
      cases: row.cases,
      volumeM3: { value: row.volumeM3, basis: row.volumeBasis },
      massKg: { value: row.massKg, basis: row.massBasis },
      setupMinutes: { value: row.setupMinutes, basis: row.timeBasis },
      packMinutes: { value: row.packMinutes, basis: row.timeBasis },
      floorM2: { value: row.floorM2, basis: row.floorBasis },
      maxParticipants: { value: row.maxParticipants, basis: row.participantsBasis },
      powerNeed: row.powerNeed,
      powerDetail: row.powerDetail,
      powerBasis: row.powerBasis,
      needsTailLift: row.needsTailLift,
      needsTwoPersons: row.needsTwoPersons,
      trainerRequirement: localized(row, 'trainerRequirement'),
      inspectionDuty: localized(row, 'inspectionDuty'),
      inspectionIntervalMonths: row.inspectionIntervalMonths,
      consumables: localized(row, 'consumables'),
      transportHazards: localized(row, 'transportHazards'),
      source: row.source,
      notes: row.notes,
    });
  }
}

@ObjectType()
export class Facet {
  @Field()
  value: string;

  @Field()
  label: LocalizedText;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class CatalogueFacets {
  @Field(() => [Facet])
  domains: Facet[];

  @Field(() => [Facet])
  mobility: Facet[];

  @Field(() => [Facet])
  municipalities: Facet[];
}

const models = connectionOf(ModelType, 'EquipmentModel');

@ObjectType('EquipmentModelConnection')
export class ModelConnection extends models.Connection {
  @Field()
  facets: CatalogueFacets;
}

export const ModelResult = createUnionType({
  name: 'ModelResult',
  types: () => [ModelType, Refusal] as const,
  resolveType: (value: ModelType | Refusal) => (value instanceof Refusal ? Refusal : ModelType),
});
