import { enterpriseNumber } from '@karavaan/domain';

export const TEXT_FIELDS = [
  'organisationName',
  'enterpriseNumber',
  'street',
  'postcode',
  'town',
  'contactName',
  'contactEmail',
  'contactPhone',
  'message',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export type AccessField = TextField | 'organisationKind' | 'acceptedTermsVersion';
export type AccessTexts = Record<TextField, string>;

const NEEDED: readonly TextField[] = ['organisationName', 'enterpriseNumber', 'contactName', 'contactEmail'];

/** What is wrong, by field, in the order of the form: `missing`, or `wrong` for what cannot be right. */
export function checkAccess(texts: AccessTexts, agreed: boolean): Partial<Record<AccessField, 'missing' | 'wrong'>> {
  const wrong: Partial<Record<AccessField, 'missing' | 'wrong'>> = {};
  for (const field of TEXT_FIELDS) {
    const text = texts[field].trim();
    if (!text && NEEDED.includes(field)) wrong[field] = 'missing';
    else if (field === 'enterpriseNumber' && enterpriseNumber(text) === undefined) wrong[field] = 'wrong';
    else if (field === 'contactEmail' && !/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text)) wrong[field] = 'wrong';
  }
  if (!agreed) wrong.acceptedTermsVersion = 'missing';
  return wrong;
}
