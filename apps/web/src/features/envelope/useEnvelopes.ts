import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { ENVELOPES } from './envelope.graphql.js';

/** All envelopes, and the one that the address names; the first one when it names none. */
export function useEnvelopes(skip = false) {
  const [params] = useSearchParams();
  const { data, error, refetch, loading } = useQuery(ENVELOPES, { skip, fetchPolicy: 'cache-and-network' });
  const envelopes = data?.envelopes;
  const chosen = envelopes?.find(({ code }) => code === params.get('enveloppe')) ?? envelopes?.[0];
  return { envelopes, chosen, error, refetch, loading };
}
