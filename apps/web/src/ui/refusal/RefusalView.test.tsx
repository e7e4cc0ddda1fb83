import { jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderUi } from '../../../test/render.js';
import type { AlternativeParts, RefusalParts, RefusalReasonParts } from '../../graphql/refusal-fragment.js';
import { RefusalView } from './RefusalView.js';

const unit = {
  id: 'u1',
  code: 'COB-02',
  model: { id: 'm1', code: 'COB', name: { nl: 'Cobotcel', fr: 'Cellule cobot', en: 'Cobot cell' } },
};
const site = { id: 's1', code: 'ROE', name: 'CVO Creo', town: 'Roeselare' };
const nothing = {
  unit: null,
  site: null,
  firstDay: null,
  lastDay: null,
  field: null,
  name: null,
  needed: null,
  available: null,
  estimated: false,
  overridable: false,
  reservation: null,
};
const taken: RefusalReasonParts = { ...nothing, code: 'UNIT_TAKEN', unit, firstDay: '2027-01-19', lastDay: '2027-01-21' };
const later: AlternativeParts = { kind: 'OTHER_DATES', unit, site, firstDay: '2027-01-25', lastDay: '2027-01-27', extraKm: 9.2 };

const refusal = (...reasons: RefusalReasonParts[]): RefusalParts => ({ reasons, alternatives: [later] });

it('names the unit and the days in the way, and takes the focus', async () => {
  await renderUi(<RefusalView refusal={refusal(taken)} />);
  expect(screen.getByRole('alert')).toHaveFocus();
  expect(screen.getByText('Cobotcel (COB-02) is al bezet van di 19 tot en met do 21 jan 2027.')).toBeInTheDocument();
});

it('says what is needed, what there is, and that the figure is an estimate', async () => {
  const power: RefusalReasonParts = {
    ...nothing,
    code: 'POWER_MISSING',
    unit,
    site,
    needed: 'V400_16A',
    available: 'V230_16A',
    estimated: true,
  };
  await renderUi(<RefusalView refusal={refusal(power)} />);
  expect(
    screen.getByText(
      'Cobotcel (COB-02) heeft 400 V, 16 A nodig; CVO Creo, Roeselare heeft 230 V, 16 A. ' +
        'Dat steunt op een geschat cijfer: de planner kan het nakijken.',
    ),
  ).toBeInTheDocument();
});

it('offers each alternative as one click', async () => {
  const onAlternative = jest.fn<(alternative: AlternativeParts) => void>();
  await renderUi(<RefusalView refusal={refusal(taken)} onAlternative={onAlternative} />);
  await userEvent.click(screen.getByRole('button', { name: /Cobotcel \(COB-02\) van ma 25 tot en met wo 27 jan 2027.*\+ 9 km/ }));
  expect(onAlternative).toHaveBeenCalledWith(later);
});

it('speaks the language of the reader', async () => {
  await renderUi(<RefusalView refusal={refusal(taken)} />, { language: 'fr' });
  expect(screen.getByText('Cellule cobot (COB-02) est déjà occupé du mar 19 au jeu 21 janv 2027 inclus.')).toBeInTheDocument();
});
