import { jest } from '@jest/globals';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderUi } from '../../../test/render.js';
import { possibleTypes } from '../../graphql/generated/possible-types.js';
import { AccessForm } from './AccessForm.js';

const sent: Record<string, unknown>[] = [];
const received = { requestAccess: { __typename: 'AccessReceived', ok: true } };
const refused = (code: string, field: string) => ({
  requestAccess: {
    __typename: 'Refusal',
    alternatives: [],
    reasons: [
      {
        __typename: 'RefusalReason',
        code,
        field,
        firstDay: null,
        lastDay: null,
        needed: null,
        available: null,
        estimated: false,
        overridable: false,
        unit: null,
        site: null,
        reservation: null,
      },
    ],
  },
});

async function openForm(...answers: unknown[]) {
  sent.length = 0;
  const link = new ApolloLink(({ variables }) => {
    sent.push(variables['input'] as Record<string, unknown>);
    return new Observable((observer) => {
      observer.next({ data: answers.shift() as Record<string, unknown> });
      observer.complete();
    });
  });
  const onSent = jest.fn();
  const client = new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes }) });
  await renderUi(
    <ApolloProvider client={client}>
      <AccessForm termsVersion="2026-11" onSent={onSent} />
    </ApolloProvider>,
  );
  return onSent;
}

async function fillIn(number: string) {
  await userEvent.type(screen.getByLabelText(/Naam van je organisatie/), 'VTI Voorbeeld');
  await userEvent.type(screen.getByLabelText(/Ondernemingsnummer/), number);
  await userEvent.type(screen.getByLabelText(/Jouw naam/), 'An Peeters');
  await userEvent.type(screen.getByLabelText(/Jouw e-mailadres/), 'an@vti.example');
  await userEvent.click(screen.getByRole('checkbox'));
  await userEvent.click(screen.getByRole('button', { name: 'Vraag toegang' }));
}

it('says at the field that the check digits do not fit, and sends nothing', async () => {
  await openForm(received);
  await fillIn('0123.456.748');
  expect(screen.getByLabelText(/Ondernemingsnummer/)).toHaveAccessibleDescription(/Dit nummer klopt niet/);
  expect(sent).toEqual([]);
});

it('sends the terms that were agreed to, and tells where the answer comes', async () => {
  const onSent = await openForm(received);
  await fillIn('0123.456.749');
  expect(sent).toMatchObject([{ acceptedTermsVersion: '2026-11', enterpriseNumber: '0123.456.749', locale: 'nl' }]);
  expect(onSent).toHaveBeenCalledWith('an@vti.example');
});

it('keeps what was typed when the organisation is known already, says so at its field, and asks again under another key', async () => {
  await openForm(refused('ALREADY_EXISTS', 'enterpriseNumber'), received);
  await fillIn('0123.456.749');
  expect(screen.getByLabelText(/Ondernemingsnummer/)).toHaveAccessibleDescription(/al gebruiker/);
  expect(screen.getByLabelText(/Jouw naam/)).toHaveValue('An Peeters');
  await userEvent.click(screen.getByRole('button', { name: 'Vraag toegang' }));
  expect(new Set(sent.map((input) => input['idempotencyKey'])).size).toBe(2);
});
