/**
 * The page of a unit with the days and the site already filled in.
 * @param beside codes of units that are reserved together; the page is the first one's
 */
export function unitAddress(
  code: string,
  { first, last, siteCode, beside = [] }: { first: string; last: string; siteCode: string | null; beside?: readonly string[] },
): string {
  const [page, ...others] = [...beside, code];
  const params = new URLSearchParams({ van: first, tot: last });
  if (siteCode) params.set('locatie', siteCode);
  if (others.length > 0) params.set('ook', others.join(','));
  return `/toestel/${encodeURIComponent(page!)}?${params}`;
}
