/** Whole euros as cents. */
export const euro = (amount: number): bigint => BigInt(amount) * 100n;

/** Public sources name the funders, not their shares: these illustrate. */
export const FUNDERS = [
  { code: 'EFRO', name: 'Europees Fonds voor Regionale Ontwikkeling' },
  { code: 'VLA', name: 'Vlaanderen' },
  { code: 'PROV', name: 'Provincie West-Vlaanderen en POM' },
  { code: 'VDAB', name: 'VDAB' },
];

export const ENVELOPES = [
  { code: 'UPSKILL', name: 'UPSKILL: open opleidingsinfrastructuur', kind: 'EQUIPMENT', amount: 7_200_000, demo: false },
  { code: 'DEMO-2127', name: 'Voorbeeldprogramma 2021-2027', kind: 'EQUIPMENT', amount: 1_200_000, demo: true },
  { code: 'WERKING', name: 'Werkingsbudget', kind: 'RUNNING', amount: 450_000, demo: true },
];

export const AGREEMENTS = [
  {
    code: 'UPSKILL',
    envelope: 'UPSKILL',
    name: 'EFRO Vlaanderen 1390',
    regime: '2014-2020',
    amount: 7_200_000,
    eligible_from: '2020-07-01',
    eligible_to: '2023-12-31',
    vat_rule: 'NOT_RECOVERABLE',
    durability_years: 5,
    retention_years: 3,
    retention_from: 'LAST_PAYMENT',
    final_payment_on: '2024-06-28',
    shares: { EFRO: 4_000, VLA: 2_975, PROV: 2_025, VDAB: 1_000 },
  },
  {
    code: 'DEMO-2127',
    envelope: 'DEMO-2127',
    name: 'Voorbeeldovereenkomst 2021-2027',
    regime: '2021-2027',
    amount: 1_200_000,
    eligible_from: '2025-01-01',
    eligible_to: '2028-12-31',
    vat_rule: 'NOT_RECOVERABLE',
    durability_years: 5,
    retention_years: 5,
    retention_from: 'END_OF_YEAR_OF_LAST_PAYMENT',
    final_payment_on: null,
    shares: { EFRO: 4_000, VLA: 3_333, PROV: 1_667, VDAB: 1_000 },
  },
  {
    code: 'WERKING',
    envelope: 'WERKING',
    name: 'Eigen middelen voor werking',
    regime: 'eigen middelen',
    amount: 450_000,
    eligible_from: '2024-01-01',
    eligible_to: '2030-12-31',
    vat_rule: 'NOT_RECOVERABLE',
    durability_years: 0,
    retention_years: 7,
    retention_from: 'END_OF_YEAR_OF_LAST_PAYMENT',
    final_payment_on: null,
    shares: { PROV: 6_000, VDAB: 4_000 },
  },
] as const;

export interface LineFact {
  readonly agreement: string;
  readonly code: string;
  readonly name: string;
  readonly rubric: string;
  readonly amount: number;
  /** Fields of work whose equipment it bought. */
  readonly domains?: readonly string[];
  readonly flatRate?: number;
  readonly running?: boolean;
  /** How many orders, how many invoices each, and the share of the budget that they took; equipment follows the units. */
  readonly orders?: number;
  readonly invoices?: number;
  readonly spent?: number;
  readonly what?: readonly string[];
}

export const LINES: readonly LineFact[] = [
  {
    agreement: 'UPSKILL',
    code: 'INV-I40',
    name: 'Toestellen industrie 4.0',
    rubric: 'INVESTMENT',
    amount: 1_200_000,
    domains: ['industry-4.0'],
  },
  {
    agreement: 'UPSKILL',
    code: 'INV-MAN',
    name: 'Toestellen maakindustrie',
    rubric: 'INVESTMENT',
    amount: 520_000,
    domains: ['manufacturing'],
  },
  {
    agreement: 'UPSKILL',
    code: 'INV-DIG',
    name: 'Toestellen digitaal en XR',
    rubric: 'INVESTMENT',
    amount: 275_000,
    domains: ['digital', 'xr'],
  },
  {
    agreement: 'UPSKILL',
    code: 'INV-LOG',
    name: 'Toestellen logistiek',
    rubric: 'INVESTMENT',
    amount: 165_000,
    domains: ['logistics'],
  },
  {
    agreement: 'UPSKILL',
    code: 'INV-BOU',
    name: 'Toestellen bouw',
    rubric: 'INVESTMENT',
    amount: 205_000,
    domains: ['construction'],
  },
  {
    agreement: 'UPSKILL',
    code: 'INV-ENE',
    name: 'Toestellen energie',
    rubric: 'INVESTMENT',
    amount: 250_000,
    domains: ['energy', 'mobility-energy'],
  },
  { agreement: 'UPSKILL', code: 'INV-ZRG', name: 'Toestellen zorg', rubric: 'INVESTMENT', amount: 145_000, domains: ['care'] },
  {
    agreement: 'UPSKILL',
    code: 'INV-VOE',
    name: 'Toestellen voeding en blauwe economie',
    rubric: 'INVESTMENT',
    amount: 290_000,
    domains: ['food', 'blue-energy'],
  },
  {
    agreement: 'UPSKILL',
    code: 'INFRA',
    name: 'Vaste opstellingen en inrichting',
    rubric: 'INVESTMENT',
    amount: 1_900_000,
    orders: 16,
    invoices: 3,
    spent: 0.985,
    what: ['Inrichting praktijkzaal', 'Elektrische installatie', 'Vaste opstelling', 'Persluchtnet', 'Werkplaatsmeubilair'],
  },
  {
    agreement: 'UPSKILL',
    code: 'EXT',
    name: 'Externe diensten',
    rubric: 'EXTERNAL',
    amount: 480_000,
    orders: 10,
    invoices: 3,
    spent: 0.97,
    what: ['Studieopdracht', 'Veiligheidsadvies', 'Ontwikkeling lesmateriaal', 'Projectaudit'],
  },
  {
    agreement: 'UPSKILL',
    code: 'PROMO',
    name: 'Promotie en publiciteit',
    rubric: 'PROMOTION',
    amount: 170_000,
    orders: 8,
    invoices: 2,
    spent: 0.93,
    what: ['Campagne open infrastructuur', 'Opendeurdagen', 'Infoborden en affiches', 'Website en film'],
  },
  {
    agreement: 'UPSKILL',
    code: 'PERS',
    name: 'Projectpersoneel',
    rubric: 'PERSONNEL',
    amount: 1_100_000,
    orders: 6,
    invoices: 6,
    spent: 0.99,
    what: ['Loonkost projectteam'],
  },
  {
    agreement: 'UPSKILL',
    code: 'OVH',
    name: 'Overhead (forfait 15 % van personeel)',
    rubric: 'OVERHEAD',
    amount: 165_000,
    flatRate: 1_500,
  },
  {
    agreement: 'UPSKILL',
    code: 'WERK',
    name: 'Werking van de mobiele kits',
    rubric: 'OPERATIONS',
    amount: 335_000,
    running: true,
    orders: 8,
    invoices: 2,
    spent: 0.95,
    what: ['Transportkisten', 'Onderhoudscontract', 'Verzekering toestellen', 'Huur bestelwagen'],
  },
  {
    agreement: 'DEMO-2127',
    code: 'D-INV',
    name: 'Nieuwe mobiele kits',
    rubric: 'INVESTMENT',
    amount: 760_000,
    orders: 12,
    invoices: 2,
    spent: 0.66,
    what: ['Cobotkit tweede reeks', 'Lassimulatoren', 'Batterijlabo', 'XR-brillen', 'Meetkoffers waterstof'],
  },
  {
    agreement: 'DEMO-2127',
    code: 'D-EXT',
    name: 'Externe diensten',
    rubric: 'EXTERNAL',
    amount: 140_000,
    orders: 4,
    invoices: 2,
    spent: 1.03,
    what: ['Opleiding van lesgevers', 'Ontwikkeling lesmateriaal'],
  },
  {
    agreement: 'DEMO-2127',
    code: 'D-PERS',
    name: 'Projectpersoneel',
    rubric: 'PERSONNEL',
    amount: 200_000,
    orders: 2,
    invoices: 5,
    spent: 0.42,
    what: ['Loonkost projectteam'],
  },
  {
    agreement: 'DEMO-2127',
    code: 'D-OVH',
    name: 'Overhead (forfait 15 % van personeel)',
    rubric: 'OVERHEAD',
    amount: 30_000,
    flatRate: 1_500,
  },
  {
    agreement: 'DEMO-2127',
    code: 'D-PROMO',
    name: 'Promotie en publiciteit',
    rubric: 'PROMOTION',
    amount: 70_000,
    orders: 2,
    invoices: 2,
    spent: 0.35,
    what: ['Campagne leren op locatie', 'Infoborden'],
  },
  {
    agreement: 'WERKING',
    code: 'W-TRA',
    name: 'Transport van kits',
    rubric: 'OPERATIONS',
    amount: 160_000,
    running: true,
    orders: 5,
    invoices: 3,
    spent: 0.45,
    what: ['Brandstof en onderhoud bestelwagens', 'Huur bestelwagen'],
  },
  {
    agreement: 'WERKING',
    code: 'W-OND',
    name: 'Onderhoud en keuringen',
    rubric: 'OPERATIONS',
    amount: 170_000,
    running: true,
    orders: 5,
    invoices: 3,
    spent: 0.5,
    what: ['Keuring hef- en werktuigen', 'Herstellingen', 'Verbruiksgoederen'],
  },
  { agreement: 'WERKING', code: 'W-PERS', name: 'Personeel logistiek', rubric: 'PERSONNEL', amount: 120_000, running: true },
];

/** Not existing companies; their numbers hold by the check of enterprise numbers. */
export const SUPPLIERS = [
  'Robotica Demo',
  'Lasatelier Demo',
  'Automatisering Demo',
  'Elektro Demo',
  'Meubel & Werkplaats Demo',
  'Studiebureau Demo',
  'Drukwerk Demo',
  'Sociaal Secretariaat Demo',
  'Logistiek Demo',
  'Keuringsdienst Demo',
  'Energielabo Demo',
  'XR Studio Demo',
  'Voedingstechniek Demo',
  'Bouwtechniek Demo',
];

/** By the procurement rules of those years, without VAT; to be confirmed before they count. */
const SOURCE = 'Wet overheidsopdrachten en Europese drempels voor leveringen en diensten; na te kijken';
const OPEN_BELOW: Record<string, [negotiated: number, simplified: number]> = {
  '2020-01-01': [139_000, 214_000],
  '2022-01-01': [140_000, 215_000],
  '2024-01-01': [143_000, 221_000],
  '2026-01-01': [140_000, 216_000],
};
export const THRESHOLDS = Object.entries(OPEN_BELOW).flatMap(([valid_from, [negotiated, simplified]]) => [
  { procedure: 'LOW_VALUE', valid_from, below_cents: String(euro(30_000)), source: SOURCE },
  { procedure: 'NEGOTIATED', valid_from, below_cents: String(euro(negotiated)), source: SOURCE },
  { procedure: 'SIMPLIFIED', valid_from, below_cents: String(euro(simplified)), source: SOURCE },
  { procedure: 'OPEN', valid_from, below_cents: null, source: SOURCE },
]);

export const TARIFFS = [
  { kind: 'KM', valid_from: '2024-01-01', cents: '43', source: 'Voorbeeldtarief' },
  { kind: 'KM', valid_from: '2026-01-01', cents: '46', source: 'Voorbeeldtarief' },
  { kind: 'TRIP_HOUR', valid_from: '2024-01-01', cents: '3800', source: 'Voorbeeldtarief' },
  { kind: 'TRIP_HOUR', valid_from: '2026-01-01', cents: '4000', source: 'Voorbeeldtarief' },
  { kind: 'CARE_HOUR', valid_from: '2024-01-01', cents: '5200', source: 'Voorbeeldtarief' },
];
