/** What the demo shows of care: invented, in the words of the models' own remarks. */
export const TURNAROUND = [
  { model: 'EV', phase: 'AFTER', kind: 'CHECK', amount: 4, unit: 'HOUR' },
  { model: 'FLT-VR', phase: 'AFTER', kind: 'CLEAN', amount: 1, unit: 'HOUR' },
  { model: 'LAP', phase: 'BEFORE', kind: 'CHARGE', amount: 2, unit: 'HOUR' },
  { model: 'LAP', phase: 'AFTER', kind: 'REIMAGE', amount: 1, unit: 'DAY' },
  { model: 'NUR', phase: 'AFTER', kind: 'CLEAN', amount: 4, unit: 'HOUR' },
  { model: 'VR-SET', phase: 'BEFORE', kind: 'CHARGE', amount: 3, unit: 'HOUR' },
  { model: 'VR-SET', phase: 'AFTER', kind: 'CLEAN', amount: 2, unit: 'HOUR' },
] as const;

/** Maintenance that does not block: by hours of use. */
export const MAINTENANCE_PLANS = [
  { model: '3DP', name: { nl: 'Onderhoud printkop', fr: 'Entretien de la tête', en: 'Print head maintenance' }, hours: 120 },
  { model: 'LAS', name: { nl: 'Filters vervangen', fr: 'Remplacer les filtres', en: 'Replace the filters' }, hours: 80 },
] as const;

/** One inspection is late: what was booked in good faith asks for an answer. */
export const OVERDUE_UNIT = 'HVAC-HP-02';

export const DEFECTS = [
  {
    unit: 'VR-SET-03',
    severity: 'BLOCKING',
    status: 'CONFIRMED',
    daysAgo: 2,
    text: 'Twee van de twaalf brillen laden niet meer op; de lader wordt heet.',
  },
  { unit: 'LAS-02', severity: 'MAJOR', status: 'IN_REPAIR', daysAgo: 6, text: 'De afzuiging trekt te zwak bij dunne plaat.' },
  { unit: '3DP-02', severity: 'MINOR', status: 'REPORTED', daysAgo: 1, text: 'Het deurtje van de printer sluit niet goed meer.' },
  { unit: 'PLC-S7-02', severity: 'MAJOR', status: 'SOLVED', daysAgo: 20, text: 'Noodstop van plaats 3 reageerde traag.' },
] as const;

export const CONSUMABLES = [
  {
    model: '3DP',
    nl: 'Filament PLA',
    fr: 'Filament PLA',
    en: 'PLA filament',
    measure: 'rol',
    per: 'LOAN',
    quantity: 1,
    low: 4,
    stock: [6, 2, 5],
  },
  {
    model: 'VR-SET',
    nl: 'Gezichtshoesjes',
    fr: 'Housses de visage',
    en: 'Face covers',
    measure: 'stuks',
    per: 'PARTICIPANT',
    quantity: 1,
    low: 40,
    stock: [120, 85, 30, 150],
  },
  {
    model: 'PLC-S7',
    nl: 'Zekeringen',
    fr: 'Fusibles',
    en: 'Fuses',
    measure: 'stuks',
    per: 'LOAN',
    quantity: 2,
    low: 10,
    stock: [24, 18, 40],
  },
  {
    model: 'CIRC',
    nl: 'Gipsplaten',
    fr: 'Plaques de plâtre',
    en: 'Plasterboards',
    measure: 'stuks',
    per: 'PARTICIPANT',
    quantity: 0.5,
    low: 12,
    stock: [9, 30],
  },
  {
    model: 'NUR',
    nl: 'Elektroden',
    fr: 'Électrodes',
    en: 'Electrodes',
    measure: 'stuks',
    per: 'PARTICIPANT',
    quantity: 3,
    low: 60,
    stock: [200, 140],
  },
] as const;
