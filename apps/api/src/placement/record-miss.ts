import { addDays, dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { likeText } from '../sites/list-sites.js';
import type { AvailabilityInput } from './placement.types.js';

/** However many processes and callers there are, a day has at most so many different wishes. */
const MOST_A_DAY = 2_000;
const AHEAD_DAYS = 730;

export interface Miss {
  readonly modelCode: string;
  readonly domain: string;
  readonly nis: string;
  readonly onDay: string;
  readonly wantedMonth: string;
}

/**
 * What an empty search is counted as, or undefined when it says nothing about demand. What was typed is not kept: only
 * the model, when it means exactly one.
 */
export async function missOf(
  manager: EntityManager,
  input: AvailabilityInput,
  nis: string | null,
  now = Date.now(),
): Promise<Miss | undefined> {
  const onDay = dayOf(now);
  if (input.firstDay < onDay || input.firstDay > addDays(onDay, AHEAD_DAYS)) return undefined;
  const modelCode = await modelMeant(manager, input);
  return {
    modelCode,
    domain: modelCode === '' ? (input.domain ?? '') : '',
    nis: nis ?? '',
    onDay,
    wantedMonth: `${input.firstDay.slice(0, 7)}-01`,
  };
}

async function modelMeant(manager: EntityManager, { modelCode, text, domain }: AvailabilityInput): Promise<string> {
  if (!modelCode && !text?.trim()) return '';
  const found = await manager.query<{ code: string }[]>(
    `SELECT code FROM equipment_model m
      WHERE ($1::text IS NULL OR code = $1)
        AND ($2::text IS NULL OR concat_ws(' ', m.name_nl, m.name_fr, m.name_en, m.promise_nl, m.example_product, m.code) ILIKE $2)
        AND ($3::text IS NULL OR m.domain = $3) LIMIT 2`,
    [modelCode ?? null, text?.trim() ? `%${likeText(text)}%` : null, domain ?? null],
  );
  return found.length === 1 ? found[0]!.code : '';
}

/** Adds one to the count of a wish; a wish counts at most fifty times a day. */
export async function recordMiss(manager: EntityManager, { onDay, wantedMonth, modelCode, domain, nis }: Miss): Promise<void> {
  await manager.query(
    `INSERT INTO search_miss AS m (on_day, wanted_month, model_code, domain, nis, times)
     SELECT $1::date, $2::date, $3, $4, $5, 1
      WHERE ($4 = '' OR EXISTS (SELECT 1 FROM equipment_model WHERE domain = $4))
        AND (SELECT count(*) FROM search_miss WHERE on_day = $1::date) < ${MOST_A_DAY}
     ON CONFLICT (on_day, wanted_month, model_code, domain, nis) DO UPDATE SET times = m.times + 1 WHERE m.times < 50`,
    [onDay, wantedMonth, modelCode, domain, nis],
  );
}
