/** The page of a unit with the days and the site already filled in. */
export function unitAddress(
  code: string,
  { first, last, siteCode }: { first: string; last: string; siteCode: string | null },
): string {
  const params = new URLSearchParams({ van: first, tot: last });
  if (siteCode) params.set('locatie', siteCode);
  return `/toestel/${encodeURIComponent(code)}?${params}`;
}
