import { names, type ListColumn, type ListExport } from '../platform/export/list-export.js';
import type { Names } from '../platform/export/table.js';
import {
  ACCOUNTS,
  COST_KINDS,
  COST_STATES,
  TARIFF_KINDS,
  CLAIM_STATES,
  INVOICE_KINDS,
  POSTING_KINDS,
  PROCEDURE_WORDS,
  RUBRICS,
  TRANSFER_STATES,
} from './budget.words.js';

/** Cents as euros with two decimals, which a spreadsheet can add up. */
export const euros = (heading: Names, path: string): ListColumn => ({
  heading,
  path,
  kind: 'number',
  value: (found) => (typeof found === 'string' ? Number(`${found}e-2`) : null),
});

const CODE = names('Code', 'Code', 'Code');
const NAME = names('Naam', 'Nom', 'Name');
const LINE = names('Budgetlijn', 'Ligne budgétaire', 'Budget line');
const SUPPLIER = names('Leverancier', 'Fournisseur', 'Supplier');
const NUMBER = names('Nummer', 'Numéro', 'Number');
const STATE = names('Staat', 'État', 'State');
const AMOUNT = names('Bedrag', 'Montant', 'Amount');
const PAID_ON = names('Betaald op', 'Payé le', 'Paid on');
const AMOUNTS = '{ budget committed invoiced paid claimed certified deducted left }';
const ASKED = '$text: String, $sort: BudgetSort, $first: Int, $after: String';
const PASSED = 'text: $text, sort: $sort, first: $first, after: $after';

const stages = (at = 'amounts'): ListColumn[] => [
  euros(names('Budget', 'Budget', 'Budget'), `${at}.budget`),
  euros(names('Vastgelegd', 'Engagé', 'Committed'), `${at}.committed`),
  euros(names('Gefactureerd', 'Facturé', 'Invoiced'), `${at}.invoiced`),
  euros(names('Betaald', 'Payé', 'Paid'), `${at}.paid`),
  euros(names('Gedeclareerd', 'Déclaré', 'Claimed'), `${at}.claimed`),
  euros(names('Gecertificeerd', 'Certifié', 'Certified'), `${at}.certified`),
  euros(names('In mindering', 'Déduit', 'Deducted'), `${at}.deducted`),
  euros(names('Over', 'Reste', 'Left'), `${at}.left`),
];

export const budgetExports: ListExport[] = [
  {
    name: 'enveloppes',
    title: names('Enveloppes', 'Enveloppes', 'Envelopes'),
    query: `{ list: envelopes { code name amountCents amounts ${AMOUNTS} } }`,
    columns: [
      { heading: CODE, path: 'code' },
      { heading: NAME, path: 'name' },
      euros(names('Enveloppe', 'Enveloppe', 'Envelope'), 'amountCents'),
      ...stages(),
    ],
  },
  {
    name: 'budgetlijnen',
    title: names('Budgetlijnen', 'Lignes budgétaires', 'Budget lines'),
    query: `query ($filter: BudgetLineFilter = {}, ${ASKED}) { list: budgetLines(filter: $filter, ${PASSED}) {
      edges { node { code name rubric site { name } agreement { name } amounts ${AMOUNTS} } } pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: CODE, path: 'code' },
      { heading: NAME, path: 'name' },
      { heading: names('Rubriek', 'Rubrique', 'Rubric'), path: 'rubric', words: RUBRICS },
      { heading: names('Overeenkomst', 'Convention', 'Agreement'), path: 'agreement.name' },
      { heading: names('Locatie', 'Site', 'Site'), path: 'site.name' },
      ...stages(),
    ],
  },
  {
    name: 'vastleggingen',
    title: names('Vastleggingen', 'Engagements', 'Commitments'),
    query: `query ($filter: CommitmentFilter = {}, ${ASKED}) { list: commitments(filter: $filter, ${PASSED}) {
      edges { node { number description reference orderedOn cents procedure estimateCents awardedOn closed supplier { name } line { code name }
        state { open invoiced } } } pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: NUMBER, path: 'number', kind: 'number' },
      { heading: names('Besteld op', 'Commandé le', 'Ordered on'), path: 'orderedOn', kind: 'day' },
      { heading: SUPPLIER, path: 'supplier.name' },
      { heading: names('Wat', 'Quoi', 'What'), path: 'description' },
      { heading: names('Bestelbon', 'Bon de commande', 'Order'), path: 'reference' },
      { heading: LINE, path: 'line.code' },
      euros(AMOUNT, 'cents'),
      euros(names('Gefactureerd', 'Facturé', 'Invoiced'), 'state.invoiced'),
      euros(names('Nog verwacht', 'Encore attendu', 'Still expected'), 'state.open'),
      { heading: names('Procedure', 'Procédure', 'Procedure'), path: 'procedure', words: PROCEDURE_WORDS },
      euros(names('Raming', 'Estimation', 'Estimate'), 'estimateCents'),
      { heading: names('Gegund op', 'Attribué le', 'Awarded on'), path: 'awardedOn', kind: 'day' },
    ],
  },
  {
    name: 'drempels',
    title: names('Drempels van overheidsopdrachten', 'Seuils des marchés publics', 'Procurement thresholds'),
    query: `{ list: procurementThresholds { procedure validFrom belowCents source } }`,
    columns: [
      { heading: names('Procedure', 'Procédure', 'Procedure'), path: 'procedure', words: PROCEDURE_WORDS },
      { heading: names('Vanaf', 'À partir du', 'From'), path: 'validFrom', kind: 'day' },
      euros(names('Onder', 'Sous', 'Below'), 'belowCents'),
      { heading: names('Bron', 'Source', 'Source'), path: 'source' },
    ],
  },
  {
    name: 'facturen',
    title: names('Facturen', 'Factures', 'Invoices'),
    query: `query ($filter: InvoiceFilter = {}, ${ASKED}) { list: invoices(filter: $filter, ${PASSED}) {
      edges { node { number kind issuedOn dueOn payableCents creditedCents paidCents unpaidCents communication supplier { name }
        parts { line { code } } } } pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: NUMBER, path: 'number' },
      { heading: names('Soort', 'Type', 'Kind'), path: 'kind', words: INVOICE_KINDS },
      { heading: SUPPLIER, path: 'supplier.name' },
      { heading: names('Datum', 'Date', 'Date'), path: 'issuedOn', kind: 'day' },
      { heading: names('Vervalt op', 'Échéance', 'Due on'), path: 'dueOn', kind: 'day' },
      { heading: LINE, path: 'parts.line.code' },
      euros(AMOUNT, 'payableCents'),
      euros(names('Gecrediteerd', 'Crédité', 'Credited'), 'creditedCents'),
      euros(names('Betaald', 'Payé', 'Paid'), 'paidCents'),
      euros(names('Nog te betalen', 'À payer', 'To pay'), 'unpaidCents'),
      { heading: names('Mededeling', 'Communication', 'Communication'), path: 'communication' },
    ],
  },
  {
    name: 'leveranciers',
    title: names('Leveranciers', 'Fournisseurs', 'Suppliers'),
    query: `query (${ASKED}) { list: suppliers(${PASSED}) {
      edges { node { name enterpriseNumber vatNumber iban active } } pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: NAME, path: 'name' },
      { heading: names('Ondernemingsnummer', 'Numéro d’entreprise', 'Enterprise number'), path: 'enterpriseNumber' },
      { heading: names('Btw-nummer', 'Numéro de TVA', 'VAT number'), path: 'vatNumber' },
      { heading: names('Rekening', 'Compte', 'Account'), path: 'iban' },
    ],
  },
  {
    name: 'betalingen',
    title: names('Betalingen', 'Paiements', 'Payments'),
    query: `query ($filter: PaymentFilter = {}, ${ASKED}) { list: payments(filter: $filter, ${PASSED}) {
      edges { node { paidOn cents reference invoice { number supplier { name } } } } pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: PAID_ON, path: 'paidOn', kind: 'day' },
      { heading: SUPPLIER, path: 'invoice.supplier.name' },
      { heading: names('Factuur', 'Facture', 'Invoice'), path: 'invoice.number' },
      euros(AMOUNT, 'cents'),
      { heading: names('Kenmerk', 'Référence', 'Reference'), path: 'reference' },
    ],
  },
  {
    name: 'uitgaven',
    title: names('Uitgaven', 'Dépenses', 'Expenditure'),
    query: `query ($filter: ExpenditureFilter = {}, ${ASKED}) { list: expenditures(filter: $filter, ${PASSED}) {
      edges { node { paidOn cents eligibleCents declarableCents line { code name } invoice { number supplier { name } } } }
      pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: PAID_ON, path: 'paidOn', kind: 'day' },
      { heading: LINE, path: 'line.code' },
      { heading: SUPPLIER, path: 'invoice.supplier.name' },
      { heading: names('Factuur', 'Facture', 'Invoice'), path: 'invoice.number' },
      euros(AMOUNT, 'cents'),
      euros(names('Subsidiabel', 'Éligible', 'Eligible'), 'eligibleCents'),
      euros(names('Nog te declareren', 'À déclarer', 'To declare'), 'declarableCents'),
    ],
  },
  {
    name: 'declaraties',
    title: names('Declaraties', 'Déclarations', 'Claims'),
    query: `query ($filter: ClaimFilter = {}, ${ASKED}) { list: claims(filter: $filter, ${PASSED}) {
      edges { node { number title state submittedOn certifiedOn agreement { name } sums { items declared certified deducted parked } } }
      pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: names('Overeenkomst', 'Convention', 'Agreement'), path: 'agreement.name' },
      { heading: NUMBER, path: 'number', kind: 'number' },
      { heading: names('Titel', 'Titre', 'Title'), path: 'title' },
      { heading: STATE, path: 'state', words: CLAIM_STATES },
      { heading: names('Ingediend op', 'Introduite le', 'Submitted on'), path: 'submittedOn', kind: 'day' },
      { heading: names('Posten', 'Postes', 'Items'), path: 'sums.items', kind: 'number' },
      euros(names('Gedeclareerd', 'Déclaré', 'Declared'), 'sums.declared'),
      euros(names('Gecertificeerd', 'Certifié', 'Certified'), 'sums.certified'),
      euros(names('In mindering', 'Déduit', 'Deducted'), 'sums.deducted'),
      euros(names('Geparkeerd', 'En attente', 'Parked'), 'sums.parked'),
    ],
  },
  {
    name: 'declaratieposten',
    title: names('Posten van een declaratie', 'Postes d’une déclaration', 'Items of a claim'),
    query: `query ($claimId: ID! = "", ${ASKED}) { list: claimItems(claimId: $claimId, ${PASSED}) {
      edges { node { declaredCents certifiedCents deductedCents parkedCents verdict line { code name }
        expenditure { paidOn invoice { number supplier { name } } } } } pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: LINE, path: 'line.code' },
      { heading: SUPPLIER, path: 'expenditure.invoice.supplier.name' },
      { heading: names('Factuur', 'Facture', 'Invoice'), path: 'expenditure.invoice.number' },
      { heading: PAID_ON, path: 'expenditure.paidOn', kind: 'day' },
      euros(names('Gedeclareerd', 'Déclaré', 'Declared'), 'declaredCents'),
      euros(names('Gecertificeerd', 'Certifié', 'Certified'), 'certifiedCents'),
      euros(names('In mindering', 'Déduit', 'Deducted'), 'deductedCents'),
      euros(names('Geparkeerd', 'En attente', 'Parked'), 'parkedCents'),
      { heading: names('Controle', 'Contrôle', 'Control'), path: 'verdict' },
    ],
  },
  {
    name: 'budgetoverdrachten',
    title: names('Overdrachten', 'Transferts', 'Transfers'),
    query: `query ($filter: TransferFilter = {}, ${ASKED}) { list: transfers(filter: $filter, ${PASSED}) {
      edges { node { createdAt state cents reason answer requestedBy decidedBy decidedAt fromLine { code } toLine { code } } }
      pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: names('Gevraagd', 'Demandé', 'Asked'), path: 'createdAt', kind: 'instant' },
      { heading: names('Van', 'De', 'From'), path: 'fromLine.code' },
      { heading: names('Naar', 'Vers', 'To'), path: 'toLine.code' },
      euros(AMOUNT, 'cents'),
      { heading: names('Reden', 'Motif', 'Reason'), path: 'reason' },
      { heading: STATE, path: 'state', words: TRANSFER_STATES },
      { heading: names('Gevraagd door', 'Demandé par', 'Asked by'), path: 'requestedBy' },
      { heading: names('Beslist door', 'Décidé par', 'Decided by'), path: 'decidedBy' },
    ],
  },
  {
    name: 'vervangingen',
    title: names('Vervangingen', 'Remplacements', 'Stand-ins'),
    query: `{ list: standIns { absent standIn firstDay lastDay } }`,
    columns: [
      { heading: names('Afwezig', 'Absent', 'Absent'), path: 'absent' },
      { heading: names('Vervanger', 'Remplaçant', 'Stand-in'), path: 'standIn' },
      { heading: names('Van', 'Du', 'From'), path: 'firstDay', kind: 'day' },
      { heading: names('Tot en met', 'Au', 'To'), path: 'lastDay', kind: 'day' },
    ],
  },
  {
    name: 'afgesloten-maanden',
    title: names('Afgesloten maanden', 'Mois clôturés', 'Closed months'),
    query: `{ list: closedMonths { month closedAt closedBy } }`,
    columns: [
      { heading: names('Maand', 'Mois', 'Month'), path: 'month', kind: 'day' },
      { heading: names('Afgesloten', 'Clôturé', 'Closed'), path: 'closedAt', kind: 'instant' },
      { heading: names('Door', 'Par', 'By'), path: 'closedBy' },
    ],
  },
  {
    name: 'waarde',
    title: names('Waarde van het materiaal', 'Valeur du matériel', 'Value of the equipment'),
    query: `query ($on: Date, $left: Boolean, ${ASKED}) { list: assets(on: $on, left: $left, ${PASSED}) {
      edges { node { costCents insuredCents bookValueCents depreciatesFrom depreciationYears durableUntil repaymentCents leftOn
        unit { code model { name { nl fr en } } } parts { invoiceLine { invoice { number } } } } } pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: names('Toestel', 'Appareil', 'Unit'), path: 'unit.code' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'unit.model.name' },
      euros(names('Aankoop', 'Acquisition', 'Acquisition'), 'costCents'),
      euros(names('Verzekerde waarde', 'Valeur assurée', 'Insured value'), 'insuredCents'),
      { heading: names('Afschrijving vanaf', 'Amortissement dès', 'Depreciates from'), path: 'depreciatesFrom', kind: 'day' },
      { heading: names('Jaren', 'Années', 'Years'), path: 'depreciationYears', kind: 'number' },
      euros(names('Boekwaarde', 'Valeur comptable', 'Book value'), 'bookValueCents'),
      { heading: names('Moet blijven tot', 'Doit rester jusqu’au', 'Must stay until'), path: 'durableUntil', kind: 'day' },
      euros(names('Terugbetaling bij vertrek', 'Remboursement en cas de départ', 'Repayment on leaving'), 'repaymentCents'),
      { heading: names('Facturen', 'Factures', 'Invoices'), path: 'parts.invoiceLine.invoice.number' },
      { heading: names('Weg sinds', 'Parti depuis', 'Left on'), path: 'leftOn', kind: 'day' },
    ],
  },
  {
    name: 'werkingskosten',
    title: names('Werkingskosten', 'Frais de fonctionnement', 'Running costs'),
    query: `query ($filter: CostProposalFilter = {}, ${ASKED}) { list: costProposals(filter: $filter, ${PASSED}) {
      edges { node { onDay kind description km hours cents state unit { code } reservation { number } line { code } } }
      pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: names('Dag', 'Jour', 'Day'), path: 'onDay', kind: 'day' },
      { heading: names('Soort', 'Type', 'Kind'), path: 'kind', words: COST_KINDS },
      { heading: names('Toestel', 'Appareil', 'Unit'), path: 'unit.code' },
      { heading: names('Reservatie', 'Réservation', 'Reservation'), path: 'reservation.number' },
      { heading: names('Wat', 'Quoi', 'What'), path: 'description' },
      { heading: names('Kilometer', 'Kilomètres', 'Kilometres'), path: 'km', kind: 'number' },
      { heading: names('Uren', 'Heures', 'Hours'), path: 'hours', kind: 'number' },
      euros(AMOUNT, 'cents'),
      { heading: STATE, path: 'state', words: COST_STATES },
      { heading: LINE, path: 'line.code' },
    ],
  },
  {
    name: 'tarieven',
    title: names('Tarieven', 'Tarifs', 'Tariffs'),
    query: `{ list: tariffs { kind validFrom cents source } }`,
    columns: [
      { heading: names('Soort', 'Type', 'Kind'), path: 'kind', words: TARIFF_KINDS },
      { heading: names('Vanaf', 'À partir du', 'From'), path: 'validFrom', kind: 'day' },
      euros(AMOUNT, 'cents'),
      { heading: names('Bron', 'Source', 'Source'), path: 'source' },
    ],
  },
  {
    name: 'journaal',
    title: names('Journaal', 'Journal', 'Journal'),
    query: `query ($filter: PostingFilter = {}, ${ASKED}) { list: postings(filter: $filter, ${PASSED}) {
      edges { node { id bookedOn kind cents fromAccount toAccount reverses createdBy createdAt line { code name } from { label } to { label } } }
      pageInfo { hasNextPage endCursor } totalCount } }`,
    columns: [
      { heading: NUMBER, path: 'id' },
      { heading: names('Geboekt op', 'Comptabilisé le', 'Booked on'), path: 'bookedOn', kind: 'day' },
      { heading: LINE, path: 'line.code' },
      { heading: names('Soort', 'Type', 'Kind'), path: 'kind', words: POSTING_KINDS },
      { heading: names('Van', 'De', 'From'), path: 'fromAccount', words: ACCOUNTS },
      { heading: names('Naar', 'Vers', 'To'), path: 'toAccount', words: ACCOUNTS },
      euros(AMOUNT, 'cents'),
      { heading: names('Stuk (van)', 'Pièce (de)', 'Paper (from)'), path: 'from.label' },
      { heading: names('Stuk (naar)', 'Pièce (vers)', 'Paper (to)'), path: 'to.label' },
      { heading: names('Draait terug', 'Extourne', 'Takes back'), path: 'reverses' },
      { heading: names('Door', 'Par', 'By'), path: 'createdBy' },
    ],
  },
];
