import { addDays, dayOf, isDay, type Day, weekday } from '@karavaan/domain';

/** What is searched, as it stands in the address: every search can be sent to a colleague. */
export interface SearchParams {
  readonly from: Day;
  readonly to: Day;
  /** a site's code, a postcode, or nothing */
  readonly site: string | null;
  readonly postcode: string | null;
  readonly domain: string | null;
  readonly text: string | null;
  readonly onlyFree: boolean;
  /** codes of the units of a reservation in the making, to which another is looked for */
  readonly beside: readonly string[];
  /** whether the address names a place or days: else they are suggestions */
  readonly asked: boolean;
}

/** Three days from the Tuesday two weeks ahead: a usual loan at a usual notice. */
export function usualDays(now = Date.now()): { from: Day; to: Day } {
  const today = dayOf(now);
  const from = addDays(today, 15 - weekday(today) + 1 - (weekday(today) === 1 ? 7 : 0));
  return { from, to: addDays(from, 2) };
}

export function readParams(params: URLSearchParams): SearchParams {
  const usual = usualDays();
  const day = (name: string, otherwise: Day) => {
    const text = params.get(name);
    return text && isDay(text) ? text : otherwise;
  };
  const from = day('van', usual.from);
  const to = day('tot', params.has('van') ? from : usual.to);
  return {
    from,
    to: to < from ? from : to,
    site: params.get('locatie'),
    postcode: params.get('postcode'),
    domain: params.get('domein'),
    text: params.get('wat'),
    onlyFree: params.get('vrij') === '1',
    beside: (params.get('bij') ?? '').split(',').filter(Boolean).slice(0, 9),
    asked: ['van', 'locatie', 'postcode', 'domein', 'wat'].some((name) => params.has(name)),
  };
}

/** The address of a search; what is empty is left out. */
export function writeParams(search: Omit<SearchParams, 'asked'>): URLSearchParams {
  const params = new URLSearchParams({ van: search.from, tot: search.to });
  const set = (name: string, value: string | null) => value && params.set(name, value);
  set('locatie', search.site);
  set('postcode', search.site ? null : search.postcode);
  set('domein', search.domain);
  set('wat', search.text);
  set('vrij', search.onlyFree ? '1' : null);
  set('bij', search.beside.join(','));
  return params;
}
