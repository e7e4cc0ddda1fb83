import { useQuery } from '@apollo/client/react';
import { graphql } from './generated/gql.js';
import type { SettingsQuery } from './generated/graphql.js';

export const SETTINGS = graphql(/* GraphQL */ `
  query Settings {
    settings {
      priceCents
      termsVersion
      contactEmail
      contactPhone
      demo
      demoAccounts {
        email
        password
        name
        role
        organisationName
      }
      tileUrl
      tileAttribution
      holdMinutes
      noticeDays
      smtp
    }
  }
`);

export type Settings = SettingsQuery['settings'];

/** The public settings; null until they arrive. They do not change while the page is open. */
export function useSettings(): Settings | null {
  const { data } = useQuery(SETTINGS);
  return data?.settings ?? null;
}

/** Where the maps' tiles come from, and who made them; null for the built-in map. */
export function useTiles(): { url: string; attribution: string } | null {
  const settings = useSettings();
  return settings?.tileUrl ? { url: settings.tileUrl, attribution: settings.tileAttribution ?? '' } : null;
}
