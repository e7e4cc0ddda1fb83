import { ApolloLink, Observable, ServerError } from '@apollo/client';

type Meta = { __meta__?: { hash: string } };

const RELOADED = 'karavaan.reloaded';

/**
 * Sends the hash of a document instead of its text: the server knows the documents of this client. One that it does not
 * know comes from a page older than the server, so the page is loaded anew, once. The header makes a cross-site form post
 * impossible: it needs a preflight.
 */
export const sendKnownDocument = new ApolloLink(
  ({ query, operationName, variables }) =>
    new Observable((observer) => {
      const abort = new AbortController();
      send()
        .then((result) => {
          observer.next(result);
          observer.complete();
        })
        .catch((error: unknown) => {
          if (!abort.signal.aborted) observer.error(error);
        });
      return () => abort.abort();

      async function send(): Promise<ApolloLink.Result> {
        const response = await fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
          body: JSON.stringify({ operationName, variables, ...(await documentOf(query)) }),
          signal: abort.signal,
        });
        const bodyText = await response.text();
        const result = parse(bodyText);
        if (!result) throw new ServerError(`Answer ${response.status}`, { response, bodyText });
        if (result.errors?.some(({ extensions }) => extensions?.['code'] === 'PERSISTED_QUERY_NOT_FOUND')) reloadOnce();
        else sessionStorage.removeItem(RELOADED);
        return result;
      }
    }),
);

/** Under Vite's own server documents change while the API runs: there the text travels. */
async function documentOf(query: ApolloLink.Operation['query']): Promise<object> {
  if (import.meta.env.DEV) return { query: (await import('graphql')).print(query) };
  return { extensions: { persistedQuery: { version: 1, sha256Hash: (query as Meta).__meta__?.hash } } };
}

function parse(text: string): ApolloLink.Result | undefined {
  try {
    const result = JSON.parse(text) as ApolloLink.Result;
    return 'data' in result || 'errors' in result ? result : undefined;
  } catch {
    return undefined;
  }
}

function reloadOnce(): void {
  if (sessionStorage.getItem(RELOADED)) return;
  sessionStorage.setItem(RELOADED, 'yes');
  window.location.reload();
}
