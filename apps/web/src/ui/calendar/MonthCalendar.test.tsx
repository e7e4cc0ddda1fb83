import { eachDay, weekday } from '@karavaan/domain';
import { jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderUi } from '../../../test/render.js';
import type { Language } from '../i18n/languages.js';
import type { CalendarDay, DayRange } from './day-look.js';
import { MonthCalendar } from './MonthCalendar.js';

const special: Record<string, CalendarDay> = {
  '2027-01-01': { date: '2027-01-01', status: 'CLOSED', reason: { nl: 'Nieuwjaar', fr: 'Nouvel An', en: 'New Year' } },
  '2027-01-18': { date: '2027-01-18', status: 'ARRIVES' },
  '2027-01-12': { date: '2027-01-12', status: 'TAKEN' },
};
const days = eachDay('2026-11-01', '2027-06-30').map(
  (date): CalendarDay => special[date] ?? { date, status: weekday(date) > 5 ? 'CLOSED' : 'FREE' },
);

function Calendar({ onSelect }: { onSelect: (range: DayRange) => void }) {
  const [month, setMonth] = useState('2027-01');
  const [selection, setSelection] = useState<DayRange | null>(null);
  return (
    <MonthCalendar
      label="Wanneer is de kit vrij?"
      month={month}
      onMonthChange={setMonth}
      days={days}
      selection={selection}
      today="2027-01-05"
      onSelect={(range) => {
        setSelection(range);
        onSelect(range);
      }}
    />
  );
}

async function open(language: Language = 'nl') {
  const onSelect = jest.fn<(range: DayRange) => void>();
  await renderUi(<Calendar onSelect={onSelect} />, { language });
  return { onSelect, user: userEvent.setup() };
}

const day = (name: string) => screen.getByRole('button', { name });

describe('what the calendar says', () => {
  it('names each day in full with its status and reason', async () => {
    await open();
    expect(day('dinsdag 19 januari 2027, vrij')).toBeInTheDocument();
    expect(day('vrijdag 1 januari 2027, Nieuwjaar, gesloten')).toBeInTheDocument();
    expect(day('maandag 18 januari 2027, aankomst')).toBeInTheDocument();
    expect(day('dinsdag 12 januari 2027, bezet')).toHaveAttribute('aria-disabled', 'true');
    expect(day('dinsdag 5 januari 2027, vandaag, vrij')).toBeInTheDocument();
  });

  it('shows two months with ISO weeks, 53 for the first days of 2027', async () => {
    await open();
    const [january, february] = screen.getAllByRole('grid');
    expect(january).toHaveAccessibleName('januari 2027');
    expect(february).toHaveAccessibleName('februari 2027');
    const weeks = within(january as HTMLElement).getAllByRole('rowheader');
    expect(weeks.map((week) => week.textContent)).toEqual(['53', '1', '2', '3', '4']);
    expect(weeks[0]).toHaveAccessibleName('week 53 van 2026');
  });

  it('speaks French', async () => {
    await open('fr');
    expect(day('mardi 19 janvier 2027, libre')).toBeInTheDocument();
  });
});

describe('picking days', () => {
  it('takes the first and the last day by mouse', async () => {
    const { user, onSelect } = await open();
    await user.click(day('dinsdag 19 januari 2027, vrij'));
    expect(onSelect).toHaveBeenLastCalledWith({ first: '2027-01-19', last: '2027-01-19' });
    await user.click(day('donderdag 21 januari 2027, vrij'));
    expect(onSelect).toHaveBeenLastCalledWith({ first: '2027-01-19', last: '2027-01-21' });
    expect(day('woensdag 20 januari 2027, voor jou')).toHaveAttribute('data-look', 'MINE');
  });

  it('begins again when the second day lies before the first', async () => {
    const { user, onSelect } = await open();
    await user.click(day('donderdag 21 januari 2027, vrij'));
    await user.click(day('dinsdag 19 januari 2027, vrij'));
    expect(onSelect).toHaveBeenLastCalledWith({ first: '2027-01-19', last: '2027-01-19' });
  });

  it('does not begin on a day that is taken or closed', async () => {
    const { user, onSelect } = await open();
    await user.click(day('dinsdag 12 januari 2027, bezet'));
    await user.click(day('zaterdag 9 januari 2027, gesloten'));
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('works by keys alone', async () => {
    const { user, onSelect } = await open();
    await user.tab();
    await user.tab();
    await user.tab();
    expect(day('maandag 4 januari 2027, vrij')).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(day('dinsdag 19 januari 2027, vrij')).toHaveFocus();
    await user.keyboard('{Enter}{ArrowRight}{ArrowRight} ');
    expect(onSelect).toHaveBeenLastCalledWith({ first: '2027-01-19', last: '2027-01-21' });
    await user.keyboard('{Home}');
    expect(day('maandag 18 januari 2027, aankomst')).toHaveFocus();
    await user.keyboard('{End}');
    expect(day('zondag 24 januari 2027, gesloten')).toHaveFocus();
  });

  it('turns the months by keys, and keeps the focus on a day', async () => {
    const { user } = await open();
    day('dinsdag 5 januari 2027, vandaag, vrij').focus();
    await user.click(day('dinsdag 5 januari 2027, vandaag, vrij'));
    await user.keyboard('{PageUp}');
    expect(day('zaterdag 5 december 2026, gesloten')).toHaveFocus();
    await user.keyboard('{PageDown}{PageDown}{PageDown}');
    expect(day('vrijdag 5 maart 2027, vrij')).toHaveFocus();
    expect(screen.getAllByRole('grid').map((grid) => grid.getAttribute('aria-labelledby'))).toHaveLength(2);
    expect(screen.getByRole('grid', { name: 'maart 2027' })).toBeInTheDocument();
  });
});
