import { names, type ListExport } from '../../platform/export/list-export.js';
import { TRAIL_COLUMNS, TRAIL_FIELDS } from '../../platform/platform.exports.js';
import { euros } from '../budget.exports.js';

const ALERTS = {
  LEDGER_DIFFERS: names('saldo’s kloppen niet', 'soldes incorrects', 'balances differ'),
  LEDGER_UNCHECKED: names('boekhouding niet nagekeken', 'comptabilité non vérifiée', 'ledger not checked'),
  INVOICES_OLD: names('facturen ouder dan 30 dagen', 'factures de plus de 30 jours', 'invoices older than 30 days'),
  THRESHOLD_CROSSED: names('procedure te licht', 'procédure trop légère', 'procedure too light'),
  WINDOW_CLOSING: names('periode sluit', 'période se termine', 'window closing'),
  NOT_USED_IN_TIME: names('raakt niet op', 'ne sera pas dépensé', 'will not be used in time'),
  LINE_NEARLY_FULL: names('lijn boven 90 %', 'ligne au-delà de 90 %', 'line over 90 %'),
  TRANSFERS_WAIT: names('overdracht wacht', 'transfert en attente', 'transfer waiting'),
  CLAIMABLE: names('kan in een declaratie', 'peut être déclaré', 'may be claimed'),
  DURABILITY_SOON: names('instandhouding loopt af', 'fin de la pérennité', 'durability soon over'),
  RETENTION_SOON: names('bewaartermijn loopt af', 'fin de la conservation', 'retention soon over'),
};

export const overviewExports: ListExport[] = [
  {
    name: 'budgetmeldingen',
    title: names('Meldingen van het budget', 'Alertes du budget', 'Budget alerts'),
    query: `query ($envelopeId: ID) { list: budgetAlerts(envelopeId: $envelopeId) { kind label count cents day } }`,
    columns: [
      { heading: names('Wat', 'Quoi', 'What'), path: 'kind', words: ALERTS },
      { heading: names('Waarover', 'Objet', 'About'), path: 'label' },
      { heading: names('Aantal', 'Nombre', 'Count'), path: 'count', kind: 'number' },
      euros(names('Bedrag', 'Montant', 'Amount'), 'cents'),
      { heading: names('Datum', 'Date', 'Date'), path: 'day', kind: 'day' },
    ],
  },
  {
    name: 'budgetmaanden',
    title: names('Maanden', 'Mois', 'Months'),
    query: `query ($envelopeId: ID) { list: budgetMonths(envelopeId: $envelopeId) {
      month committed invoiced paid claimed certified closed closedAt closedBy } }`,
    columns: [
      { heading: names('Maand', 'Mois', 'Month'), path: 'month', kind: 'day' },
      euros(names('Vastgelegd', 'Engagé', 'Committed'), 'committed'),
      euros(names('Gefactureerd', 'Facturé', 'Invoiced'), 'invoiced'),
      euros(names('Betaald', 'Payé', 'Paid'), 'paid'),
      euros(names('Gedeclareerd', 'Déclaré', 'Claimed'), 'claimed'),
      euros(names('Gecertificeerd', 'Certifié', 'Certified'), 'certified'),
      { heading: names('Afgesloten', 'Clôturé', 'Closed'), path: 'closedAt', kind: 'instant' },
      { heading: names('Door', 'Par', 'By'), path: 'closedBy' },
    ],
  },
  {
    name: 'budgetspoor',
    title: names('Spoor van het budget', 'Piste d’audit du budget', 'Audit trail of the budget'),
    query: `query ($entity: String, $entityId: ID, $text: String, $from: Date, $to: Date, $first: Int!, $after: String) {
      list: budgetTrail(entity: $entity, entityId: $entityId, text: $text, from: $from, to: $to, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { ${TRAIL_FIELDS} } } } }`,
    columns: TRAIL_COLUMNS,
  },
];
