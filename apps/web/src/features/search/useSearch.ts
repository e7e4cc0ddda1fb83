import { useQuery } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { SITE_OF_CODE } from '../../graphql/sites.js';
import { useViewer } from '../../graphql/viewer.js';
import { readParams, type SearchParams, writeParams } from './search-params.js';

/** The search of the address; a signed-in person starts at the site of their last booking. */
export function useSearch() {
  const [params, setParams] = useSearchParams();
  const { viewer, loading } = useViewer();
  const [today] = useState(() => dayOf(Date.now()));
  const asked = useMemo(() => readParams(params), [params]);
  const usualSite = viewer?.bookingDefaults.site ?? null;
  const search: SearchParams = asked.asked || !usualSite ? asked : { ...asked, site: usualSite.code };
  const known = search.site !== null && usualSite?.code === search.site ? usualSite : null;
  const { data, loading: finding } = useQuery(SITE_OF_CODE, {
    variables: { code: search.site ?? '' },
    skip: search.site === null || known !== null,
  });
  const site = known ?? data?.site ?? null;
  return {
    search,
    siteId: site?.id ?? null,
    /** whether it is clear by now what is searched */
    ready: !loading && !finding,
    placeLabel: site ? `${site.name} (${site.town})` : (search.postcode ?? ''),
    today,
    set: (next: SearchParams) => setParams(writeParams(next)),
  };
}

export type Search = ReturnType<typeof useSearch>;
