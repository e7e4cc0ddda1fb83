import { names, type ListExport } from '../../platform/export/list-export.js';
import { euros } from '../budget.exports.js';

const INCOMING_STATES = {
  PARKED: names('wacht', 'en attente', 'waiting'),
  BOOKED: names('geboekt', 'comptabilisée', 'booked'),
  DISMISSED: names('opzij gelegd', 'écartée', 'put away'),
};
const PARKED_REASONS = {
  WRONG: names('klopt niet', 'incorrecte', 'does not add up'),
  SUPPLIER_UNKNOWN: names('leverancier onbekend', 'fournisseur inconnu', 'supplier unknown'),
  OTHER_CURRENCY: names('andere munt', 'autre devise', 'other currency'),
  NEEDS_INVOICE: names('factuur kiezen', 'choisir la facture', 'choose the invoice'),
  NEEDS_LINE: names('budgetlijn kiezen', 'choisir la ligne budgétaire', 'choose the budget line'),
  REFUSED: names('geweigerd bij het boeken', 'refusée à la comptabilisation', 'refused when booking'),
};
const MOVEMENT_STATES = {
  OPEN: names('te koppelen', 'à lier', 'to match'),
  MATCHED: names('gekoppeld', 'liée', 'matched'),
  SET_ASIDE: names('opzij gezet', 'écartée', 'set aside'),
};
const ASKED = '$text: String, $sort: BudgetSort, $first: Int, $after: String';
const PASSED = 'text: $text, sort: $sort, first: $first, after: $after';
const AMOUNT = names('Bedrag', 'Montant', 'Amount');
const STATE = names('Staat', 'État', 'State');
const ACCOUNT = names('Rekening', 'Compte', 'Account');

export const intakeExports: ListExport[] = [
  {
    name: 'e-facturen',
    title: names('E-facturen', 'Factures électroniques', 'E-invoices'),
    query: `query ($filter: IncomingInvoiceFilter = {}, ${ASKED}) { list: incomingInvoices(filter: $filter, ${PASSED}) {
      edges { node { createdAt fileName supplierName number issuedOn payableCents state reason note content { kind currency } } }
      pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: names('Ontvangen', 'Reçue', 'Received'), path: 'createdAt', kind: 'instant' },
      { heading: names('Bestand', 'Fichier', 'File'), path: 'fileName' },
      { heading: names('Leverancier', 'Fournisseur', 'Supplier'), path: 'supplierName' },
      { heading: names('Nummer', 'Numéro', 'Number'), path: 'number' },
      { heading: names('Datum', 'Date', 'Date'), path: 'issuedOn', kind: 'day' },
      euros(AMOUNT, 'payableCents'),
      { heading: names('Munt', 'Devise', 'Currency'), path: 'content.currency' },
      { heading: STATE, path: 'state', words: INCOMING_STATES },
      { heading: names('Wacht op', 'Attend', 'Waits for'), path: 'reason', words: PARKED_REASONS },
      { heading: names('Opmerking', 'Remarque', 'Note'), path: 'note' },
    ],
  },
  {
    name: 'rekeninguittreksels',
    title: names('Rekeninguittreksels', 'Extraits de compte', 'Bank statements'),
    query: `query (${ASKED}) { list: bankStatements(${PASSED}) {
      edges { node { account number oldBalanceOn oldBalanceCents newBalanceOn newBalanceCents fileName } }
      pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: ACCOUNT, path: 'account' },
      { heading: names('Nummer', 'Numéro', 'Number'), path: 'number' },
      { heading: names('Van', 'Du', 'From'), path: 'oldBalanceOn', kind: 'day' },
      euros(names('Beginsaldo', 'Solde initial', 'Opening balance'), 'oldBalanceCents'),
      { heading: names('Tot', 'Au', 'To'), path: 'newBalanceOn', kind: 'day' },
      euros(names('Eindsaldo', 'Solde final', 'Closing balance'), 'newBalanceCents'),
      { heading: names('Bestand', 'Fichier', 'File'), path: 'fileName' },
    ],
  },
  {
    name: 'bankverrichtingen',
    title: names('Bankverrichtingen', 'Opérations bancaires', 'Bank movements'),
    query: `query ($filter: BankMovementFilter = {}, ${ASKED}) { list: bankMovements(filter: $filter, ${PASSED}) {
      edges { node { bookedOn cents counterparty counterpartyAccount communication message bankReference state note
        statement { account number } payments { invoice { number } } } } pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: names('Datum', 'Date', 'Date'), path: 'bookedOn', kind: 'day' },
      { heading: names('Uittreksel', 'Extrait', 'Statement'), path: 'statement.number' },
      euros(AMOUNT, 'cents'),
      { heading: names('Tegenpartij', 'Contrepartie', 'Other side'), path: 'counterparty' },
      { heading: ACCOUNT, path: 'counterpartyAccount' },
      {
        heading: names('Gestructureerde mededeling', 'Communication structurée', 'Structured communication'),
        path: 'communication',
      },
      { heading: names('Mededeling', 'Communication', 'Message'), path: 'message' },
      { heading: STATE, path: 'state', words: MOVEMENT_STATES },
      { heading: names('Facturen', 'Factures', 'Invoices'), path: 'payments.invoice.number' },
      { heading: names('Opmerking', 'Remarque', 'Note'), path: 'note' },
    ],
  },
];
