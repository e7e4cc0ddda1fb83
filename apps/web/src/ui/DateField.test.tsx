import { jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderUi } from '../../test/render.js';
import { DateField } from './DateField.js';

async function open(value: string | null = null) {
  const onChange = jest.fn<(day: string | null) => void>();
  await renderUi(<DateField label="Van" value={value} onChange={onChange} min="2027-01-04" max="2027-12-31" required />);
  return { onChange, user: userEvent.setup(), field: screen.getByRole('textbox', { name: 'Van' }) };
}

it('shows a day as dd/mm/yyyy', async () => {
  const { field } = await open('2027-01-19');
  expect(field).toHaveValue('19/01/2027');
});

it('takes a typed day when one leaves the field or presses Enter', async () => {
  const { field, user, onChange } = await open();
  await user.type(field, '19-1-27{Enter}');
  expect(onChange).toHaveBeenCalledWith('2027-01-19');
  expect(field).toHaveValue('19/01/2027');
});

it('keeps what is no day, says so and ties the message to the field', async () => {
  const { field, user, onChange } = await open();
  await user.type(field, '31/02/2027');
  await user.tab();
  expect(onChange).not.toHaveBeenCalled();
  expect(field).toHaveValue('31/02/2027');
  expect(field).toHaveAccessibleDescription('Dit is geen dag. Typ hem zoals 19/01/2027.');
  expect(field).toBeInvalid();
});

it('says from which day on one can choose', async () => {
  const { field, user, onChange } = await open();
  await user.type(field, '03/01/2027{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  expect(field).toHaveAccessibleDescription('Kies ma 4 jan 2027 of later.');
});

it('offers the picker of the browser by a button with a name', async () => {
  await open();
  expect(screen.getByRole('button', { name: 'Kies een dag voor Van' })).toBeInTheDocument();
});
