import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { UnitNameQuery } from '../../graphql/generated/graphql.js';
import { UNIT_NAME } from './equipment.graphql.js';

export type NamedUnit = NonNullable<UnitNameQuery['equipmentUnit']>;

/** The units of some codes, in their order; codes that are no unit's are left out. */
export function useUnits(codes: readonly string[]): NamedUnit[] {
  const client = useApolloClient();
  const [units, setUnits] = useState<NamedUnit[]>([]);
  const key = codes.join(',');
  useEffect(() => {
    let gone = false;
    const asked = key.split(',').filter(Boolean).slice(0, 9);
    Promise.all(asked.map((code) => client.query({ query: UNIT_NAME, variables: { code } })))
      .then((answers) => {
        if (!gone) setUnits(answers.flatMap(({ data }) => data?.equipmentUnit ?? []));
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [client, key]);
  return units.filter(({ code }) => codes.includes(code));
}
