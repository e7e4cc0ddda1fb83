import { useApolloClient, useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql } from '../../graphql/generated/gql.js';

const SIGN_OUT = graphql(/* GraphQL */ `
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

/** Ends the session and forgets everything that was fetched in it. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [signOut] = useMutation(SIGN_OUT);
  return async () => {
    await signOut();
    // What was kept to read without network; what was not sent yet stays.
    indexedDB.deleteDatabase('karavaan-read');
    localStorage.removeItem('karavaan-read-trips');
    await navigate('/');
    await client.resetStore();
  };
}
