import { useQuery } from '@apollo/client/react';
import { graphql } from './generated/gql.js';
import type { ViewerQuery } from './generated/graphql.js';

export const VIEWER = graphql(/* GraphQL */ `
  query Viewer {
    viewer {
      id
      name
      email
      role
      locale
      demo
      permissions
      organisation {
        id
        code
        name
        kind
      }
      bookingDefaults {
        contactName
        contactPhone
        groupSize
        purpose
        site {
          id
          code
          name
          postcode
          town
        }
      }
    }
  }
`);

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in: `viewer` is null for a visitor, and also while `loading`. */
export function useViewer(): { viewer: Viewer | null; loading: boolean } {
  const { data, loading } = useQuery(VIEWER);
  return { viewer: data?.viewer ?? null, loading };
}

/** Whether the viewer may do `action` of the domain's policy somewhere. */
export function viewerMay(viewer: Viewer | null, action: string): boolean {
  return viewer?.permissions.includes(action) ?? false;
}
