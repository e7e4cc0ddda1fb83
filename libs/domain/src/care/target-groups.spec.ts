import { type GroupUse, wrongInGroupUse } from './target-groups.js';

const use = (more: Partial<GroupUse>): GroupUse => ({ targetGroup: 'EMPLOYEES', participants: 4, ...more });

test.each([
  [use({}), null],
  [use({ participants: 0 }), 'participants'],
  [use({ participants: 2.5 }), 'participants'],
  [use({ participants: 5_001 }), 'participants'],
  [use({ sme: true }), 'sme'],
  [use({ companyName: 'Staal & Co' }), 'companyName'],
  [use({ targetGroup: 'COMPANY_STAFF' }), 'sme'],
  [use({ targetGroup: 'COMPANY_STAFF', sme: false }), null],
  [use({ targetGroup: 'COMPANY_STAFF', sme: true, companyName: 'Staal & Co' }), null],
  [use({ targetGroup: 'COMPANY_STAFF', sme: true, companyName: 'x'.repeat(201) }), 'companyName'],
])('%j: %s', (part, wrong) => expect(wrongInGroupUse(part)).toBe(wrong));
