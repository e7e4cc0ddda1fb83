import { ApolloClient, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from './generated/possible-types.js';
import { sendKnownDocument } from './send-known-document.js';

/** One client per page load. */
export function makeClient(): ApolloClient {
  return new ApolloClient({ link: sendKnownDocument, cache: makeCache(), devtools: { enabled: false } });
}

export function makeCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          catalogue: relayStylePagination(['filter']),
          sites: relayStylePagination(['text', 'organisationId']),
          availability: relayStylePagination(['input']),
          reservations: relayStylePagination(['filter', 'order']),
          mails: relayStylePagination(),
          auditTrail: relayStylePagination(['entity', 'entityId', 'text']),
          invoices: relayStylePagination(['filter', 'text', 'sort']),
          budgetLines: relayStylePagination(['filter', 'text', 'sort']),
          postings: relayStylePagination(['filter', 'text', 'sort']),
          budgetTrail: relayStylePagination(['entity', 'entityId', 'text', 'from', 'to']),
          suppliers: relayStylePagination(['text', 'sort']),
          incomingInvoices: relayStylePagination(['filter', 'text', 'sort']),
          bankMovements: relayStylePagination(['filter', 'text', 'sort']),
          managedRecords: relayStylePagination(['kind', 'text', 'state', 'sort', 'down']),
        },
      },
      // One signed-in person at a time: signing in or out replaces it.
      Viewer: { keyFields: [] },
      // Several may be of one line.
      LedgerDifference: { keyFields: false },
      EquipmentDomain: { keyFields: ['code'] },
      Place: { keyFields: ['postcode', 'name'] },
    },
  });
}
