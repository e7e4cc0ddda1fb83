import type { Localized, ModelFact } from './read-data.ts';

/** The columns of `equipment_model` for a model of the seed. */
export function modelRow(model: ModelFact): Record<string, unknown> {
  return {
    code: model.code,
    ...localized('name', model.name),
    ...localized('promise', model.promise),
    domain: model.domain,
    drawing: model.drawing,
    example_product: model.exampleProduct,
    mobility: model.mobility,
    cases: model.cases,
    volume_m3: model.volumeM3,
    volume_basis: model.volumeBasis,
    mass_kg: model.massKg,
    mass_basis: model.massBasis,
    value_eur_low: model.valueEurLow,
    value_eur_high: model.valueEurHigh,
    value_basis: model.valueBasis,
    setup_minutes: model.setupMinutes,
    pack_minutes: model.packMinutes,
    time_basis: model.timeBasis,
    power_need: model.powerNeed,
    power_detail: model.powerDetail,
    power_basis: model.powerBasis,
    floor_m2: model.floorM2,
    floor_basis: model.floorBasis,
    needs_tail_lift: model.needsTailLift,
    needs_two_persons: model.needsTwoPersons,
    max_participants: model.maxParticipants,
    participants_basis: model.participantsBasis,
    ...localized('trainer_requirement', model.trainerRequirement),
    ...localized('inspection_duty', model.inspectionDuty),
    inspection_interval_months: model.inspectionIntervalMonths,
    ...localized('consumables', model.consumables),
    ...localized('transport_hazards', model.transportHazards),
    source: model.source,
    notes: model.notes,
  };
}

function localized(column: string, text: Localized | null) {
  return {
    [`${column}_nl`]: text?.nl ?? null,
    [`${column}_fr`]: text?.fr ?? null,
    [`${column}_en`]: text?.en ?? null,
  };
}
