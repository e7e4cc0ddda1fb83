import { checkAccess, type AccessTexts } from './access-fields.js';

const good: AccessTexts = {
  organisationName: 'VTI Voorbeeld',
  enterpriseNumber: 'BE 0123.456.749',
  street: '',
  postcode: '',
  town: '',
  contactName: 'An Peeters',
  contactEmail: 'an.peeters@vti.example',
  contactPhone: '',
  message: '',
};

test('what is complete and agreed to has nothing wrong', () => {
  expect(checkAccess(good, true)).toEqual({});
});

test('check digits that do not fit are wrong, an empty number is missing', () => {
  expect(checkAccess({ ...good, enterpriseNumber: '0123.456.748' }, true)).toEqual({ enterpriseNumber: 'wrong' });
  expect(checkAccess({ ...good, enterpriseNumber: '  ' }, true)).toEqual({ enterpriseNumber: 'missing' });
});

test('an address without a domain is wrong; agreeing is needed', () => {
  expect(checkAccess({ ...good, contactEmail: 'an@vti' }, false)).toEqual({
    contactEmail: 'wrong',
    acceptedTermsVersion: 'missing',
  });
});
