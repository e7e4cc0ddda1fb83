import { NEW_PLAN, toPlanInput } from './plan.js';

const idOf = (code: string) => ({ ROE: 'id-roe', KOR: 'id-kor' })[code];
const typed = { ...NEW_PLAN, firstDay: '2027-03-09', sites: ['ROE', 'KOR'] };

it('takes the first site for every week, and all of them in a row', () => {
  expect(toPlanInput(typed, idOf)).toEqual({
    kind: 'WEEKLY',
    firstDay: '2027-03-09',
    days: 1,
    siteIds: ['id-roe'],
    everyWeeks: 1,
    times: 6,
    makeUp: true,
  });
  expect(toPlanInput({ ...typed, kind: 'SITES', days: '3' }, idOf)).toEqual({
    kind: 'SITES',
    firstDay: '2027-03-09',
    days: 3,
    siteIds: ['id-roe', 'id-kor'],
    travelDays: 1,
  });
});

it.each([
  [{ firstDay: null }, 'firstDay'],
  [{ sites: ['unknown'] }, 'siteIds'],
  [{ times: 'zes' }, 'times'],
  [{ times: '27' }, 'times'],
  [{ days: '8' }, 'days'],
  [{ kind: 'SITES' as const, sites: ['ROE'] }, 'siteIds'],
])('says what is not right yet: %o', (more, fault) => {
  expect(toPlanInput({ ...typed, ...more }, idOf)).toEqual({ fault });
});
