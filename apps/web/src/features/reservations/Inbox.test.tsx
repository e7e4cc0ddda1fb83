import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderUi } from '../../../test/render.js';
import { possibleTypes } from '../../graphql/generated/possible-types.js';
import { Inbox } from './Inbox.js';

const site = { __typename: 'Site', id: 's1', code: 'ROE', name: 'CVO Creo', town: 'Roeselare' };
const model = {
  __typename: 'EquipmentModel',
  id: 'm1',
  code: 'COB',
  drawing: 'cobot',
  name: { __typename: 'LocalizedText', nl: 'Cobotcel', fr: 'Cobot', en: 'Cobot' },
};
const unit = { __typename: 'EquipmentUnit', id: 'u1', code: 'COB-01', serial: 1, mobility: 'MOBILE', model };
const reason = {
  __typename: 'RefusalReason',
  code: 'UNIT_TAKEN',
  firstDay: '2027-01-20',
  lastDay: '2027-01-22',
  field: null,
  needed: null,
  available: null,
  estimated: false,
  overridable: false,
  unit,
  site: null,
  reservation: null,
};

const wish = (id: string, organisation: string, more: object = {}) => ({
  __typename: 'Reservation',
  id,
  number: `R-0000${id}`,
  state: 'SUBMITTED',
  version: 3,
  firstDay: '2027-01-19',
  lastDay: '2027-01-21',
  holdExpiresAt: null,
  purpose: 'Lassen',
  groupSize: 8,
  contactName: null,
  contactPhone: null,
  remark: null,
  overrideReason: null,
  decisionReason: null,
  participants: null,
  hoursUsed: null,
  extraKm: 12,
  createdAt: '2026-11-20T08:00:00Z',
  allowedActions: ['CONFIRM', 'REJECT'],
  organisation: { __typename: 'Organisation', id: `o${id}`, name: organisation },
  requester: { __typename: 'Person', id: `p${id}`, name: 'An Peeters' },
  site,
  stays: [{ __typename: 'Stay', id: `y${id}`, unit }],
  warnings: [],
  conflicts: [],
  ...more,
});

/** An API with two wishes; `decide` answers each decision. */
async function openInbox(wishes: object[], decide: (variables: Record<string, unknown>) => object = () => ({})) {
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        const edges = wishes.map((node) => ({ __typename: 'ReservationEdge', node }));
        const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
        const data =
          operationName === 'Inbox'
            ? { reservations: { __typename: 'ReservationConnection', totalCount: edges.length, pageInfo, edges } }
            : decide({ ...variables, operationName });
        setTimeout(() => {
          observer.next({ data });
          observer.complete();
        });
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes }) });
  await renderUi(
    <ApolloProvider client={client}>
      <Inbox />
    </ApolloProvider>,
  );
  await screen.findByText('CVO Creo Roeselare');
}

it('confirms many one by one: one that somebody else changed does not stop the rest, and is explained', async () => {
  await openInbox([wish('1', 'CVO Creo Roeselare'), wish('2', 'VTI Brugge')], ({ id }) => ({
    confirmReservation:
      id === '1'
        ? {
            __typename: 'Refusal',
            alternatives: [],
            reasons: [{ ...reason, code: 'STATE_CHANGED', unit: null, firstDay: null, lastDay: null }],
          }
        : { ...wish('2', 'VTI Brugge'), state: 'CONFIRMED', version: 4 },
  }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Kies alles' }));
  await userEvent.click(screen.getByRole('button', { name: 'Bevestig 2' }));
  expect(await screen.findByText(/Iemand anders was je voor/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Laad de lijst opnieuw' })).toBeInTheDocument();
  const [first, second] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading'));
  expect(within(second!).queryByRole('button', { name: /Bevestig/ })).not.toBeInTheDocument();
  expect(within(second!).getByText('bevestigd')).toBeInTheDocument();
  expect(within(first!).getByRole('button', { name: /Bevestig/ })).toBeEnabled();
});

it('asks a reason before it refuses, and sends it', async () => {
  const sent: unknown[] = [];
  await openInbox([wish('1', 'CVO Creo Roeselare')], (variables) => {
    sent.push(variables);
    return { rejectReservation: { ...wish('1', 'CVO Creo Roeselare'), state: 'REJECTED', version: 4 } };
  });
  await userEvent.click(screen.getByRole('button', { name: 'Weiger R-00001' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('button', { name: 'Weiger' })).toBeDisabled();
  await userEvent.type(within(dialog).getByRole('textbox'), 'De kit is in onderhoud');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Weiger' }));
  await waitFor(() => expect(screen.getAllByText('geweigerd').length).toBeGreaterThan(0));
  expect(sent).toMatchObject([{ operationName: 'Reject', id: '1', version: 3, reason: 'De kit is in onderhoud' }]);
});

it('names the other booking of a clash and leads to it', async () => {
  const other = {
    __typename: 'Reservation',
    id: '9',
    number: 'R-00009',
    state: 'CONFIRMED',
    firstDay: '2027-01-20',
    lastDay: '2027-01-22',
    organisation: { __typename: 'Organisation', id: 'o9', name: 'VTI Waregem' },
  };
  await openInbox([wish('1', 'CVO Creo Roeselare', { conflicts: [{ ...reason, reservation: other }] })]);
  expect(screen.getByText(/Dat is VTI Waregem, van wo 20 tot en met vr 22 jan 2027 \(bevestigd\)/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'R-00009' })).toHaveAttribute('href', '/reservaties/9');
  expect(screen.getByText('botsing')).toBeInTheDocument();
});
