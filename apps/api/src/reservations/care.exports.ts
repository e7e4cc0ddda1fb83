import { names, type ListExport } from '../platform/export/list-export.js';

const SEVERITIES = {
  MINOR: names('klein', 'mineure', 'minor'),
  MAJOR: names('groot', 'majeure', 'major'),
  BLOCKING: names('onbruikbaar', 'inutilisable', 'unusable'),
};
const DEFECT_STATES = {
  REPORTED: names('gemeld', 'signalée', 'reported'),
  CONFIRMED: names('nagekeken', 'vérifiée', 'confirmed'),
  IN_REPAIR: names('in herstelling', 'en réparation', 'in repair'),
  SOLVED: names('opgelost', 'résolue', 'solved'),
};
const DUE_STATES = {
  OVERDUE: names('te laat', 'en retard', 'overdue'),
  DUE: names('binnenkort', 'bientôt', 'due soon'),
  FINE: names('in orde', 'en ordre', 'fine'),
  UNKNOWN: names('nooit genoteerd', 'jamais noté', 'never recorded'),
};
const RESULTS = {
  PASSED: names('in orde', 'en ordre', 'passed'),
  REMARKS: names('in orde, met opmerkingen', 'en ordre, avec remarques', 'passed, with remarks'),
  FAILED: names('niet in orde', 'pas en ordre', 'failed'),
};
const UNIT = names('Toestel', 'Appareil', 'Unit');
const MODEL = names('Model', 'Modèle', 'Model');

/** The lists of who looks after the equipment. */
export const careExports: ListExport[] = [
  {
    name: 'defecten',
    title: names('Defecten', 'Pannes', 'Defects'),
    query: `query ($solved: Boolean! = false) { list: defects(solved: $solved) { number description severity status note reporterName
      createdAt expectedBackOn solvedAt unit { code model { name { nl fr en } } homeSite { name } } } }`,
    columns: [
      { heading: names('Nummer', 'Numéro', 'Number'), path: 'number', kind: 'number' },
      { heading: UNIT, path: 'unit.code' },
      { heading: MODEL, path: 'unit.model.name' },
      { heading: names('Thuis', 'Site d’attache', 'Home'), path: 'unit.homeSite.name' },
      { heading: names('Wat', 'Quoi', 'What'), path: 'description' },
      { heading: names('Hoe erg', 'Gravité', 'Severity'), path: 'severity', words: SEVERITIES },
      { heading: names('Staat', 'État', 'State'), path: 'status', words: DEFECT_STATES },
      { heading: names('Nota', 'Note', 'Note'), path: 'note' },
      { heading: names('Gemeld door', 'Signalé par', 'Reported by'), path: 'reporterName' },
      { heading: names('Gemeld', 'Signalé', 'Reported'), path: 'createdAt', kind: 'instant' },
      { heading: names('Terug op', 'De retour le', 'Back on'), path: 'expectedBackOn', kind: 'day' },
      { heading: names('Opgelost', 'Résolu', 'Solved'), path: 'solvedAt', kind: 'instant' },
    ],
  },
  {
    name: 'keuringen',
    title: names('Keuringen en onderhoud', 'Contrôles et entretien', 'Inspections and maintenance'),
    query: `query ($days: Int! = 60) { list: inspectionsDue(days: $days) { state name { nl fr en } blocks external body intervalMonths
      intervalHours lastDoneOn lastResult validTo plannedOn hoursSince unit { code model { name { nl fr en } } homeSite { name } } } }`,
    columns: [
      { heading: names('Toestand', 'État', 'State'), path: 'state', words: DUE_STATES },
      { heading: UNIT, path: 'unit.code' },
      { heading: MODEL, path: 'unit.model.name' },
      { heading: names('Thuis', 'Site d’attache', 'Home'), path: 'unit.homeSite.name' },
      { heading: names('Keuring', 'Contrôle', 'Inspection'), path: 'name' },
      { heading: names('Blokkeert', 'Bloque', 'Blocks'), path: 'blocks' },
      { heading: names('Externe dienst', 'Service externe', 'External body'), path: 'external' },
      { heading: names('Door', 'Par', 'By'), path: 'body' },
      { heading: names('Elke (maanden)', 'Tous les (mois)', 'Every (months)'), path: 'intervalMonths', kind: 'number' },
      { heading: names('Elke (uren)', 'Toutes les (heures)', 'Every (hours)'), path: 'intervalHours', kind: 'number' },
      { heading: names('Laatste keer', 'Dernière fois', 'Last time'), path: 'lastDoneOn', kind: 'day' },
      { heading: names('Uitslag', 'Résultat', 'Result'), path: 'lastResult', words: RESULTS },
      { heading: names('Geldig tot', 'Valable jusqu’au', 'Valid to'), path: 'validTo', kind: 'day' },
      { heading: names('Gepland op', 'Prévu le', 'Planned on'), path: 'plannedOn', kind: 'day' },
    ],
  },
  {
    name: 'verbruik',
    title: names('Voorraad van verbruiksgoederen', 'Stock de consommables', 'Stock of consumables'),
    query: `query { list: consumableStocks { quantity low consumable { name { nl fr en } measure lowBelow } site { name town } unit { code } } }`,
    columns: [
      { heading: names('Verbruiksgoed', 'Consommable', 'Consumable'), path: 'consumable.name' },
      { heading: names('Voorraad', 'Stock', 'Stock'), path: 'quantity', kind: 'number' },
      { heading: names('Maat', 'Unité', 'Measure'), path: 'consumable.measure' },
      { heading: names('Bestel onder', 'Commander en dessous de', 'Order below'), path: 'consumable.lowBelow', kind: 'number' },
      { heading: names('Te weinig', 'Trop peu', 'Low'), path: 'low' },
      { heading: names('Locatie', 'Site', 'Site'), path: 'site.name' },
      { heading: UNIT, path: 'unit.code' },
    ],
  },
];
