import { isTimeBefore, SETTING_FIELDS } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { Setting } from './setting.entity.js';
import type { Settings } from './settings.js';

/** The row of `setting` that keeps what an administrator chose: the canonical text of each, null for none. */
export const OPERATION = 'operation';
export type Chosen = Readonly<Record<string, string | null>>;

const REFRESH_MS = 10_000;
const takers = new WeakMap<Settings, (chosen: Chosen) => void>();
const bases = new WeakMap<Settings, Settings>();

/** Settings of which an administrator may change some while the program runs; who reads a field reads how it is now. */
export function adjustable(base: Settings): Settings {
  let chosen: Chosen = {};
  const number = (key: 'holdMinutes' | 'offerHours' | 'noticeDays' | 'reminderHour' | 'vanFactorPercent') =>
    Number(chosen[key] ?? base[key]);
  const now = {
    holdMinutes: () => number('holdMinutes'),
    offerHours: () => number('offerHours'),
    noticeDays: () => number('noticeDays'),
    reminderHour: () => number('reminderHour'),
    vanFactorPercent: () => number('vanFactorPercent'),
    contactEmail: () => chosen['contactEmail'] ?? base.contactEmail,
    contactPhone: () => chosen['contactPhone'] ?? base.contactPhone,
    transportShift() {
      const from = chosen['transportFrom'] ?? base.transportShift.from;
      const to = chosen['transportTo'] ?? base.transportShift.to;
      // A new default may have made what was chosen impossible.
      return isTimeBefore(from, to) ? { from, to } : base.transportShift;
    },
  };
  const live = { ...base };
  for (const [key, get] of Object.entries(now)) Object.defineProperty(live, key, { get, enumerable: true });
  takers.set(live, (next) => (chosen = next));
  bases.set(live, base);
  return live;
}

/** What holds where nobody chose: the canonical text of each field. */
export function defaultsOf(settings: Settings): Chosen {
  const { transportShift, ...base } = bases.get(settings) ?? settings;
  const all: Record<string, unknown> = { ...base, transportFrom: transportShift.from, transportTo: transportShift.to };
  return Object.fromEntries(SETTING_FIELDS.map(({ key }) => [key, all[key] === undefined ? null : String(all[key])]));
}

export async function chosenSettings(manager: EntityManager): Promise<{ chosen: Chosen; version: number }> {
  const row = await manager.findOneBy(Setting, { key: OPERATION });
  return { chosen: (row?.value ?? {}) as Chosen, version: row?.version ?? 0 };
}

/** Takes over what is chosen now; nothing happens to settings that cannot be adjusted. */
export async function refreshSettings(settings: Settings, manager: EntityManager): Promise<void> {
  const take = takers.get(settings);
  if (take) take((await chosenSettings(manager)).chosen);
}

/** Keeps on taking over what other replicas were told; gives how to stop. A database that is away changes nothing. */
export function keepFresh(settings: Settings, manager: EntityManager): () => void {
  const timer = setInterval(() => void refreshSettings(settings, manager).catch(() => {}), REFRESH_MS);
  timer.unref();
  return () => clearInterval(timer);
}
