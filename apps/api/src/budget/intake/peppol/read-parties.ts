import { childrenOf, find, textAt, type XmlElement } from '../xml/read-xml.js';
import type { Party } from './e-invoice.js';

/** Identifiers of enterprises (Belgian KBO number) and of VAT, as Peppol's list of schemes numbers them. */
const KBO = new Set(['0208', '9956', 'BE:CBE', 'BE:EN']);
const BELGIAN_VAT = new Set(['9925', 'BE:VAT']);

/** By whichever of its numbers tells: registration, VAT, electronic address, other identifiers. */
export function readParty(root: XmlElement, role: string): Party {
  const party = find(root, role, 'Party');
  const legal = find(party, 'PartyLegalEntity');
  const vatNumber = childrenOf(party, 'PartyTaxScheme')
    .filter((scheme) => (textAt(scheme, 'TaxScheme', 'ID') ?? 'VAT').toUpperCase() === 'VAT')
    .map((scheme) => compact(textAt(scheme, 'CompanyID')))
    .find(Boolean);
  const identifiers = [
    find(legal, 'CompanyID'),
    find(party, 'EndpointID'),
    ...childrenOf(party, 'PartyIdentification').map((each) => find(each, 'ID')),
  ];
  const enterpriseNumber =
    identifiers.map((id) => (id && tells(id) ? readEnterpriseNumber(id.text) : undefined)).find(Boolean) ??
    (vatNumber?.startsWith('BE') ? readEnterpriseNumber(vatNumber) : undefined);
  return {
    name: (textAt(legal, 'RegistrationName') ?? textAt(party, 'PartyName', 'Name') ?? '').slice(0, 200),
    enterpriseNumber: enterpriseNumber ?? null,
    vatNumber: vatNumber || (enterpriseNumber ? `BE${enterpriseNumber}` : null),
    country: textAt(party, 'PostalAddress', 'Country', 'IdentificationCode') ?? null,
  };
}

/** A number without a scheme may be one of ours: its check number decides. */
function tells({ attributes }: XmlElement): boolean {
  const { schemeID } = attributes;
  return schemeID === undefined || KBO.has(schemeID) || BELGIAN_VAT.has(schemeID);
}

const compact = (text: string | undefined) => text?.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();

/** Ten digits of which the last two are 97 less the rest of the others; `0123.456.749`, `BE0123456749`, nine digits without the zero. */
export function readEnterpriseNumber(text: string): string | undefined {
  const digits = compact(text)!.replace(/^BE/, '');
  const ten = digits.length === 9 ? `0${digits}` : digits;
  if (!/^[01]\d{9}$/.test(ten)) return undefined;
  return 97 - (Number(ten.slice(0, 8)) % 97) === Number(ten.slice(8)) ? ten : undefined;
}
