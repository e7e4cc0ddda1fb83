import { names } from '../platform/export/list-export.js';

/** What the enums of the budget are called in files. */
export const RUBRICS = {
  INVESTMENT: names('investeringen', 'investissements', 'investments'),
  PERSONNEL: names('personeel', 'personnel', 'personnel'),
  OPERATIONS: names('werking', 'fonctionnement', 'operations'),
  OVERHEAD: names('overhead', 'frais généraux', 'overhead'),
  EXTERNAL: names('externe diensten', 'services externes', 'external services'),
  PROMOTION: names('promotie', 'promotion', 'promotion'),
};
export const PROCEDURE_WORDS = {
  LOW_VALUE: names('beperkte waarde', 'faible montant', 'low value'),
  NEGOTIATED: names('onderhandeling zonder bekendmaking', 'négociée sans publication', 'negotiated without publication'),
  SIMPLIFIED: names('vereenvoudigde onderhandeling', 'négociée directe', 'simplified negotiation'),
  OPEN: names('openbaar', 'ouverte', 'open'),
};
export const INVOICE_KINDS = {
  INVOICE: names('factuur', 'facture', 'invoice'),
  CREDIT_NOTE: names('creditnota', 'note de crédit', 'credit note'),
};
export const CLAIM_STATES = {
  DRAFT: names('ontwerp', 'projet', 'draft'),
  SUBMITTED: names('ingediend', 'introduite', 'submitted'),
  IN_CONTROL: names('in controle', 'en contrôle', 'in control'),
  CERTIFIED: names('gecertificeerd', 'certifiée', 'certified'),
};
export const TRANSFER_STATES = {
  REQUESTED: names('wacht op een tweede persoon', 'attend une deuxième personne', 'awaits a second person'),
  APPROVED: names('goedgekeurd', 'approuvé', 'approved'),
  REJECTED: names('geweigerd', 'refusé', 'refused'),
  WITHDRAWN: names('ingetrokken', 'retiré', 'withdrawn'),
};
export const ACCOUNTS = {
  OUTSIDE: names('buiten', 'hors budget', 'outside'),
  AVAILABLE: names('beschikbaar', 'disponible', 'available'),
  COMMITTED: names('vastgelegd', 'engagé', 'committed'),
  INVOICED: names('gefactureerd', 'facturé', 'invoiced'),
  PAID: names('betaald', 'payé', 'paid'),
  CLAIMED: names('gedeclareerd', 'déclaré', 'claimed'),
  CERTIFIED: names('gecertificeerd', 'certifié', 'certified'),
  DEDUCTED: names('in mindering', 'déduit', 'deducted'),
};
export const POSTING_KINDS = {
  ALLOT: names('toewijzing', 'attribution', 'allotment'),
  WITHDRAW: names('terugname', 'retrait', 'withdrawal'),
  TRANSFER_OUT: names('overdracht uit', 'transfert sortant', 'transfer out'),
  TRANSFER_IN: names('overdracht in', 'transfert entrant', 'transfer in'),
  COMMIT: names('vastlegging', 'engagement', 'commitment'),
  RELEASE: names('vrijgave', 'libération', 'release'),
  INVOICE: names('factuur', 'facture', 'invoice'),
  INVOICE_DIRECT: names('factuur zonder vastlegging', 'facture sans engagement', 'invoice without commitment'),
  CREDIT: names('creditnota', 'note de crédit', 'credit note'),
  CREDIT_DIRECT: names('creditnota zonder vastlegging', 'note de crédit sans engagement', 'credit note without commitment'),
  PAY: names('betaling', 'paiement', 'payment'),
  REFUND: names('terugbetaling', 'remboursement', 'refund'),
  COST: names('werkingskost', 'frais de fonctionnement', 'running cost'),
  CLAIM: names('declaratie', 'déclaration', 'claim'),
  PARK: names('geparkeerd', 'mis en attente', 'parked'),
  CLAIM_FLAT: names('declaratie van een forfait', 'déclaration d’un forfait', 'claim of a flat rate'),
  PARK_FLAT: names('forfait geparkeerd', 'forfait mis en attente', 'flat rate parked'),
  CERTIFY: names('certificering', 'certification', 'certification'),
  DEDUCT: names('in mindering gebracht', 'déduction', 'deduction'),
};
export const COST_KINDS = {
  TRIP: names('rit', 'trajet', 'trip'),
  MAINTENANCE: names('onderhoud', 'entretien', 'maintenance'),
};
export const COST_STATES = {
  PROPOSED: names('voorgesteld', 'proposé', 'proposed'),
  ACCEPTED: names('aanvaard', 'accepté', 'accepted'),
  DISMISSED: names('niet aangerekend', 'non imputé', 'not charged'),
};
export const TARIFF_KINDS = {
  KM: names('per kilometer', 'par kilomètre', 'per kilometre'),
  TRIP_HOUR: names('per uur rijden', 'par heure de trajet', 'per hour of driving'),
  CARE_HOUR: names('per uur onderhoud', 'par heure d’entretien', 'per hour of maintenance'),
};
