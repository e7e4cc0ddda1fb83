import { names } from '../../platform/export/list-export.js';
import type { Names } from '../../platform/export/table.js';

/** What happens to it when somebody is forgotten. */
export type Erasure = 'DELETED' | 'BLANKED' | 'PSEUDONYM';

export interface PersonalData {
  readonly table: string;
  readonly what: Names;
  readonly why: Names;
  readonly kept: Names;
  /** Which rows are about a person: a condition on the row `t` and the person `p`. Without it nobody can tell. */
  readonly about?: string;
  /** The personal columns, by the names that people read. What is kept as a hash only is named but never shown. */
  readonly columns: Readonly<Record<string, Names>>;
  readonly hidden?: readonly string[];
  readonly erasure: Erasure;
  /** For BLANKED: each column with what takes its place, as SQL on `t` and `p`. */
  readonly blank?: Readonly<Record<string, string>>;
}

const WHILE_USER = names('zolang je gebruiker bent', 'tant que vous êtes utilisateur', 'as long as you are a user');
const WITH_BOOKING = names(
  'zolang de reservatie in de cijfers telt; daarna zonder naam',
  'tant que la réservation compte dans les chiffres ; ensuite sans nom',
  'as long as the reservation counts in the figures; then without a name',
);
const BY_RULE = names('volgens de bewaartermijn', 'selon le délai de conservation', 'by the retention period');
const NAME = names('naam', 'nom', 'name');
const PHONE = names('telefoon', 'téléphone', 'phone');
const REMARK = names('opmerking', 'remarque', 'remark');
const WHO = names('wie het deed', 'qui l’a fait', 'who did it');
const WHOSE = names('van wie', 'de qui', 'whose');
const CONTACT = {
  contact_name: names('contactpersoon', 'personne de contact', 'contact'),
  contact_phone: PHONE,
  remark: REMARK,
};
const NO_CONTACT = { contact_name: 'NULL', contact_phone: 'NULL', remark: 'NULL' };
const TRACE = names('om te weten wie iets deed', 'pour savoir qui a fait quoi', 'to know who did something');

/**
 * Everything that is stored of people: what a screen tells them, what they can take along, and what is done when they
 * are forgotten. A test holds it against the columns that the database really has.
 */
export const REGISTER: readonly PersonalData[] = [
  {
    table: 'session',
    what: names('Je aanmelding', 'Votre connexion', 'Your sign-in'),
    why: names('om aangemeld te blijven', 'pour rester connecté', 'to stay signed in'),
    kept: names('14 dagen na het laatste gebruik', '14 jours après la dernière utilisation', '14 days after its last use'),
    about: 't.person_id = p.id',
    columns: { person_id: WHOSE, token_hash: names('sleutel, als hash', 'clé, sous forme de hachage', 'key, as a hash') },
    hidden: ['token_hash'],
    erasure: 'DELETED',
  },
  {
    table: 'password_token',
    what: names('Link om een wachtwoord te kiezen', 'Lien pour choisir un mot de passe', 'Link to choose a password'),
    why: names('om je wachtwoord te kiezen', 'pour choisir votre mot de passe', 'to choose your password'),
    kept: names('een dag na het verlopen', 'un jour après l’expiration', 'a day after it expires'),
    about: 't.person_id = p.id',
    columns: { person_id: WHOSE, token_hash: names('sleutel, als hash', 'clé, sous forme de hachage', 'key, as a hash') },
    hidden: ['token_hash'],
    erasure: 'DELETED',
  },
  {
    table: 'sign_in_attempt',
    what: names('Pogingen om aan te melden', 'Tentatives de connexion', 'Attempts to sign in'),
    why: names(
      'om raden van wachtwoorden te stoppen',
      'pour empêcher de deviner les mots de passe',
      'to stop guessing of passwords',
    ),
    kept: names('één dag, als hash', 'un jour, sous forme de hachage', 'one day, as a hash'),
    columns: { subject_hash: names('adres, als hash', 'adresse, sous forme de hachage', 'address, as a hash') },
    hidden: ['subject_hash'],
    erasure: 'DELETED',
  },
  {
    table: 'follow',
    what: names('Wat je volgt', 'Ce que vous suivez', 'What you follow'),
    why: names(
      'om je te mailen als het in de buurt komt',
      'pour vous écrire quand cela vient près de chez vous',
      'to mail you when it comes near',
    ),
    kept: names('tot je het stopt', 'jusqu’à ce que vous l’arrêtiez', 'until you end it'),
    about: 't.person_id = p.id',
    columns: { person_id: WHO, kind: names('soort', 'type', 'kind'), km: names('kilometer', 'kilomètres', 'kilometres') },
    erasure: 'DELETED',
  },
  {
    table: 'follow_notice',
    what: names(
      'Wat we je al meldden van wat je volgt',
      'Ce que nous vous avons déjà signalé',
      'What we told you of what you follow',
    ),
    why: names('om je niet twee keer te mailen', 'pour ne pas vous écrire deux fois', 'not to mail you twice'),
    kept: WHILE_USER,
    about: 't.person_id = p.id',
    columns: { person_id: WHO },
    erasure: 'DELETED',
  },
  {
    table: 'terms_acceptance',
    what: names('De leenvoorwaarden die je aanvaardde', 'Les conditions que vous avez acceptées', 'The terms that you accepted'),
    why: names('om te weten wat afgesproken is', 'pour savoir ce qui est convenu', 'to know what was agreed'),
    kept: WHILE_USER,
    about: 't.person_id = p.id',
    columns: { person_id: WHOSE, version: names('versie', 'version', 'version') },
    erasure: 'DELETED',
  },
  {
    table: 'session_place',
    what: names(
      'De sessies waarvoor je inschreef',
      'Les sessions auxquelles vous êtes inscrit',
      'The sessions that you signed up for',
    ),
    why: names('om je plaats vrij te houden', 'pour garder votre place', 'to keep your place'),
    kept: WHILE_USER,
    about: 't.person_id = p.id',
    columns: { person_id: WHOSE },
    erasure: 'DELETED',
  },
  {
    table: 'authorisation',
    what: names('Jouw machtigingen', 'Vos autorisations', 'Your authorisations'),
    why: names(
      'om te weten wie met welk materiaal mag werken',
      'pour savoir qui peut travailler avec quel matériel',
      'to know who may work with which equipment',
    ),
    kept: WHILE_USER,
    about: 't.person_id = p.id',
    columns: {
      person_id: WHOSE,
      granted_on: names('gegeven op', 'accordée le', 'granted on'),
      valid_until: names('geldig tot en met', 'valable jusqu’au', 'valid until'),
      note: REMARK,
      granted_by: names('wie ze gaf', 'qui l’a accordée', 'who granted it'),
    },
    hidden: ['granted_by'],
    erasure: 'DELETED',
  },
  {
    table: 'instructor',
    what: names('Dat je meegaat als begeleider', 'Que vous accompagnez le matériel', 'That you come along as an instructor'),
    why: names('om te plannen wie meegaat', 'pour planifier qui accompagne', 'to plan who comes along'),
    kept: WITH_BOOKING,
    about: 't.person_id = p.id',
    columns: {
      person_id: WHOSE,
      areas: names('regio’s', 'régions', 'regions'),
      weekdays: names('weekdagen', 'jours de la semaine', 'weekdays'),
    },
    hidden: ['person_id'],
    erasure: 'BLANKED',
    blank: { active: 'false' },
  },
  {
    table: 'instructor_absence',
    what: names('Dagen waarop je niet kunt', 'Jours où vous ne pouvez pas', 'Days on which you cannot come'),
    why: names('om je dan niet te plannen', 'pour ne pas vous planifier', 'not to plan you then'),
    kept: WHILE_USER,
    about: 't.person_id = p.id',
    columns: {
      person_id: WHOSE,
      first_day: names('eerste dag', 'premier jour', 'first day'),
      last_day: names('laatste dag', 'dernier jour', 'last day'),
    },
    hidden: ['person_id'],
    erasure: 'DELETED',
  },
  {
    table: 'transport_absence',
    what: names('Dagen waarop je niet rijdt', 'Jours où vous ne conduisez pas', 'Days on which you do not drive'),
    why: names('om je dan niet te plannen', 'pour ne pas vous planifier', 'not to plan you then'),
    kept: WHILE_USER,
    about: 't.person_id = p.id',
    columns: {
      person_id: WHOSE,
      first_day: names('eerste dag', 'premier jour', 'first day'),
      last_day: names('laatste dag', 'dernier jour', 'last day'),
      reason: names('reden', 'motif', 'reason'),
    },
    hidden: ['person_id'],
    erasure: 'DELETED',
  },
  {
    table: 'trip_event',
    what: names('Wat je onderweg meldde', 'Ce que vous avez signalé en route', 'What you told on the road'),
    why: names('om de dag te herplannen', 'pour replanifier la journée', 'to plan the day anew'),
    kept: WITH_BOOKING,
    about: 't.created_by = p.id OR t.settled_by = p.id',
    columns: {
      kind: names('wat', 'quoi', 'what'),
      note: REMARK,
      happened_at: names('wanneer', 'quand', 'when'),
      created_by: WHO,
      settled_by: WHO,
    },
    hidden: ['created_by', 'settled_by'],
    erasure: 'BLANKED',
    blank: { note: 'CASE WHEN t.created_by = p.id THEN NULL ELSE t.note END' },
  },
  {
    table: 'agenda_link',
    what: names('Agendalinks', 'Liens d’agenda', 'Calendar links'),
    why: names(
      'om reservaties in je agenda te tonen',
      'pour montrer les réservations dans votre agenda',
      'to show reservations in your calendar',
    ),
    kept: names('tot je ze stopt', 'jusqu’à ce que vous les arrêtiez', 'until you end them'),
    about: 't.person_id = p.id',
    columns: {
      person_id: WHOSE,
      token_hash: names('sleutel, als hash', 'clé, sous forme de hachage', 'key, as a hash'),
      kind: names('soort', 'type', 'kind'),
    },
    hidden: ['token_hash'],
    erasure: 'DELETED',
  },
  {
    table: 'mail_choice',
    what: names('Mails die je kiest', 'E-mails que vous choisissez', 'Mails you choose'),
    why: names('om je geen andere te sturen', 'pour ne pas vous en envoyer d’autres', 'to send you no others'),
    kept: WHILE_USER,
    about: 't.person_id = p.id',
    columns: {
      person_id: WHOSE,
      topic: names('onderwerp', 'sujet', 'topic'),
      wanted: names('gewenst', 'souhaité', 'wanted'),
    },
    erasure: 'DELETED',
  },
  {
    table: 'idempotency_key',
    what: names('Herhaalde opdrachten', 'Opérations répétées', 'Repeated commands'),
    why: names('om niets twee keer te doen', 'pour ne rien faire deux fois', 'to do nothing twice'),
    kept: names('30 dagen', '30 jours', '30 days'),
    about: "t.scope LIKE '%' || p.id || '%'",
    columns: { scope: WHOSE, operation: names('opdracht', 'opération', 'command') },
    hidden: ['input_hash', 'result'],
    erasure: 'DELETED',
  },
  {
    table: 'mail',
    what: names('Mails aan jou', 'E-mails qui vous sont adressés', 'E-mails to you'),
    why: names('om je op de hoogte te houden', 'pour vous tenir informé', 'to keep you informed'),
    kept: BY_RULE,
    about: 't.person_id = p.id OR t.to_address = p.email',
    columns: {
      to_address: names('adres', 'adresse', 'address'),
      subject: names('onderwerp', 'objet', 'subject'),
      body_text: names('tekst', 'texte', 'text'),
      person_id: WHOSE,
    },
    hidden: ['body_html', 'person_id'],
    erasure: 'DELETED',
  },
  {
    table: 'access_request',
    what: names('Aanvraag om gebruiker te worden', 'Demande d’accès', 'Request to become a user'),
    why: names('om te beslissen wie gebruiker wordt', 'pour décider qui devient utilisateur', 'to decide who becomes a user'),
    kept: BY_RULE,
    about: 't.contact_email = p.email',
    columns: {
      contact_name: NAME,
      contact_email: names('e-mail', 'e-mail', 'e-mail'),
      contact_phone: PHONE,
      street: names('straat', 'rue', 'street'),
      message: names('bericht', 'message', 'message'),
      decided_by: names('wie besliste', 'qui a décidé', 'who decided'),
    },
    hidden: ['decided_by'],
    erasure: 'BLANKED',
    blank: {
      contact_name: `'-'`,
      contact_email: `'erased-' || t.id || '@invalid'`,
      contact_phone: 'NULL',
      street: 'NULL',
      message: 'NULL',
    },
  },
  {
    table: 'reservation',
    what: names('Je reservaties', 'Vos réservations', 'Your reservations'),
    why: names(
      'om materiaal te lenen en te tonen wat het opbrengt',
      'pour prêter le matériel et montrer ce qu’il apporte',
      'to lend equipment and show what it yields',
    ),
    kept: WITH_BOOKING,
    about: `t.requester_id = p.id OR (t.organisation_id = p.organisation_id AND lower(t.contact_name) = lower(p.name))`,
    columns: {
      number: names('nummer', 'numéro', 'number'),
      first_day: names('eerste dag', 'premier jour', 'first day'),
      last_day: names('laatste dag', 'dernier jour', 'last day'),
      purpose: names('opleiding', 'formation', 'course'),
      ...CONTACT,
      requester_id: names('wie vroeg', 'qui a demandé', 'who asked'),
      decided_by: names('wie besliste', 'qui a décidé', 'who decided'),
    },
    hidden: ['requester_id', 'decided_by'],
    erasure: 'BLANKED',
    blank: NO_CONTACT,
  },
  {
    table: 'request',
    what: names('Je open aanvragen', 'Vos demandes ouvertes', 'Your requests'),
    why: names('om een wens een plaats te geven', 'pour donner une place à un souhait', 'to give a wish its place'),
    kept: BY_RULE,
    about: 't.requester_id = p.id',
    columns: {
      number: names('nummer', 'numéro', 'number'),
      earliest_day: names('ten vroegste', 'au plus tôt', 'earliest'),
      latest_day: names('ten laatste', 'au plus tard', 'latest'),
      course: names('opleiding', 'formation', 'course'),
      remark: REMARK,
      requester_id: names('wie vroeg', 'qui a demandé', 'who asked'),
      decided_by: names('wie besliste', 'qui a décidé', 'who decided'),
    },
    hidden: ['requester_id', 'decided_by'],
    erasure: 'BLANKED',
    blank: { remark: 'NULL', state: `CASE WHEN t.state = 'OPEN' THEN 'WITHDRAWN' ELSE t.state END` },
  },
  {
    table: 'reservation_series',
    what: names('Je reeksen', 'Vos séries', 'Your series'),
    why: names('om reservaties samen te houden', 'pour garder des réservations ensemble', 'to keep reservations together'),
    kept: WITH_BOOKING,
    about: 't.requester_id = p.id',
    columns: {
      purpose: names('opleiding', 'formation', 'course'),
      requester_id: names('wie vroeg', 'qui a demandé', 'who asked'),
    },
    hidden: ['requester_id'],
    erasure: 'PSEUDONYM',
  },
  {
    table: 'waiting_entry',
    what: names('Je plaats op de wachtlijst', 'Votre place sur la liste d’attente', 'Your place on the waiting list'),
    why: names('om je iets aan te bieden dat vrijkomt', 'pour vous proposer ce qui se libère', 'to offer you what comes free'),
    kept: BY_RULE,
    about: 't.person_id = p.id',
    columns: {
      first_day: names('eerste dag', 'premier jour', 'first day'),
      purpose: names('opleiding', 'formation', 'course'),
      ...CONTACT,
      person_id: WHOSE,
    },
    hidden: ['person_id'],
    erasure: 'BLANKED',
    blank: { ...NO_CONTACT, state: `CASE WHEN t.state = 'WAITING' THEN 'WITHDRAWN' ELSE t.state END` },
  },
  {
    table: 'handover',
    what: names('Ophalen, leveren en terugbrengen', 'Enlever, livrer et rendre', 'Fetching, delivering and returning'),
    why: names(
      'om te weten wie het materiaal gaf en kreeg',
      'pour savoir qui a remis et reçu le matériel',
      'to know who gave and received the equipment',
    ),
    kept: WITH_BOOKING,
    about: `t.recorded_by = p.id OR lower(t.giver_name) = lower(p.name) OR lower(t.receiver_name) = lower(p.name)`,
    columns: {
      happened_at: names('wanneer', 'quand', 'when'),
      giver_name: names('wie gaf', 'qui a remis', 'who gave'),
      receiver_name: names('wie kreeg', 'qui a reçu', 'who received'),
      giver_strokes: names('handtekening', 'signature', 'signature'),
      receiver_strokes: names('handtekening', 'signature', 'signature'),
      remark: REMARK,
      recorded_by: WHO,
    },
    hidden: ['recorded_by', 'giver_strokes', 'receiver_strokes'],
    erasure: 'BLANKED',
    blank: {
      giver_name: `CASE WHEN lower(t.giver_name) = lower(p.name) THEN '-' ELSE t.giver_name END`,
      giver_strokes: `CASE WHEN lower(t.giver_name) = lower(p.name) THEN NULL ELSE t.giver_strokes END`,
      receiver_name: `CASE WHEN lower(t.receiver_name) = lower(p.name) THEN '-' ELSE t.receiver_name END`,
      receiver_strokes: `CASE WHEN lower(t.receiver_name) = lower(p.name) THEN NULL ELSE t.receiver_strokes END`,
      remark: `CASE WHEN t.recorded_by = p.id THEN NULL ELSE t.remark END`,
    },
  },
  ...(
    [
      ['request_round', 'created_by', names('Rondes die je opende', 'Rondes que vous avez ouvertes', 'Rounds that you opened')],
      ['trip', 'driver_id', names('Ritten die je rijdt', 'Trajets que vous conduisez', 'Trips that you drive')],
      ['trip', 'helper_id', names('Ritten waarop je meegaat', 'Trajets où vous aidez', 'Trips that you help on')],
      ['trip', 'created_by', names('Ritten die je plande', 'Trajets que vous avez planifiés', 'Trips that you planned')],
      ['plan_job', 'created_by', names('Plannen die je vroeg', 'Plans que vous avez demandés', 'Plans that you asked for')],
      [
        'proposal_item',
        'decided_by',
        names('Voorstellen die je aannam', 'Propositions que vous avez acceptées', 'Proposals that you accepted'),
      ],
      ['occupancy', 'created_by', names('Blokkeringen die je maakte', 'Blocages que vous avez créés', 'Blocks that you made')],
      ['defect', 'reported_by', names('Defecten die je meldde', 'Pannes que vous avez signalées', 'Defects that you reported')],
      [
        'inspection',
        'recorded_by',
        names('Keuringen die je noteerde', 'Contrôles que vous avez notés', 'Inspections that you recorded'),
      ],
      [
        'document',
        'uploaded_by',
        names(
          'Foto’s en verslagen die je oplaadde',
          'Photos et rapports que vous avez déposés',
          'Photos and reports that you uploaded',
        ),
      ],
      [
        'import_run',
        'created_by',
        names('Bestanden die je invoerde', 'Fichiers que vous avez importés', 'Files that you imported'),
      ],
      [
        'incoming_invoice',
        'created_by',
        names('E-facturen die je oplaadde', 'Factures électroniques que vous avez déposées', 'E-invoices that you uploaded'),
      ],
      [
        'budget_import',
        'created_by',
        names(
          'Tabellen die je voor het budget invoerde',
          'Tableaux que vous avez importés pour le budget',
          'Tables that you imported for the budget',
        ),
      ],
      [
        'bank_statement',
        'created_by',
        names(
          'Rekeninguittreksels die je oplaadde',
          'Extraits de compte que vous avez déposés',
          'Bank statements that you uploaded',
        ),
      ],
      [
        'budget_version',
        ['created_by', 'decided_by'],
        names(
          'Budgetversies die je maakte of goedkeurde',
          'Versions du budget que vous avez créées ou approuvées',
          'Budget versions that you made or approved',
        ),
      ],
      [
        'transfer',
        ['requested_by', 'decided_by'],
        names(
          'Overdrachten die je vroeg of besliste',
          'Transferts demandés ou décidés par vous',
          'Transfers that you asked for or decided',
        ),
      ],
      [
        'stand_in',
        ['absent_id', 'stand_in_id'],
        names('Vervangingen bij goedkeuring', 'Remplacements pour approbation', 'Stand-ins for approval'),
      ],
      ['closed_month', 'closed_by', names('Maanden die je afsloot', 'Mois que vous avez clôturés', 'Months that you closed')],
      ['posting', 'created_by', names('Boekingen die je maakte', 'Écritures que vous avez passées', 'Postings that you made')],
      ['ledger_check', 'checked_by', names('Controles van het journaal', 'Contrôles du journal', 'Checks of the journal')],
      [
        'retention_run',
        'actor_id',
        names('Opruimingen die je startte', 'Nettoyages que vous avez lancés', 'Clean-ups that you started'),
      ],
    ] as const
  ).map(([table, column, what]): PersonalData => ({
    table,
    what,
    why: TRACE,
    kept: names(
      'zolang het materiaal bestaat; na wissen zonder naam',
      'tant que le matériel existe ; sans nom après effacement',
      'as long as the equipment exists; without a name after erasure',
    ),
    about: [column]
      .flat()
      .map((each) => `t.${each} = p.id`)
      .join(' OR '),
    columns: Object.fromEntries([column].flat().map((each) => [each, WHO])),
    erasure: 'PSEUDONYM',
  })),
  {
    table: 'audit_entry',
    what: names('Spoor van wijzigingen', 'Piste d’audit', 'Audit trail'),
    why: names(
      'omdat elke wijziging controleerbaar moet zijn',
      'parce que chaque modification doit être vérifiable',
      'because every change must be verifiable',
    ),
    kept: names(
      'zolang Karavaan bestaat; na wissen zonder naam',
      'tant que Karavaan existe ; sans nom après effacement',
      'as long as Karavaan exists; without a name after erasure',
    ),
    about: 't.actor_id = p.id',
    columns: {
      at: names('wanneer', 'quand', 'when'),
      action: names('wat', 'quoi', 'what'),
      actor_id: WHO,
      actor_role: names('rol', 'rôle', 'role'),
    },
    hidden: ['actor_id', 'changes'],
    erasure: 'PSEUDONYM',
  },
  // Last: the other rows find the person by it.
  {
    table: 'person',
    what: names('Je account', 'Votre compte', 'Your account'),
    why: names(
      'om aan te melden en te weten namens wie je boekt',
      'pour vous connecter et savoir au nom de qui vous réservez',
      'to sign in and know for whom you book',
    ),
    kept: WHILE_USER,
    about: 't.id = p.id',
    columns: {
      name: NAME,
      email: names('e-mail', 'e-mail', 'e-mail'),
      phone: PHONE,
      password_hash: names('wachtwoord, als hash', 'mot de passe, sous forme de hachage', 'password, as a hash'),
      role: names('rol', 'rôle', 'role'),
      locale: names('taal', 'langue', 'language'),
      driving_licences: names('rijbewijzen', 'permis', 'licences'),
      driving_hours: names('werkuren', 'heures de travail', 'working hours'),
    },
    hidden: ['password_hash'],
    erasure: 'BLANKED',
    blank: {
      name: `'-'`,
      email: `'erased-' || t.id || '@invalid'`,
      phone: 'NULL',
      driving_licences: 'NULL',
      driving_hours: 'NULL',
      password_hash: 'NULL',
      active: 'false',
      erased_at: 'now()',
    },
  },
];

/** Columns that look personal and are not, with why. */
export const NOT_PERSONAL: Readonly<Record<string, string>> = {
  'access_request.organisation_name': 'a legal body',
  'usage_group.company_name': 'a legal body',
  'site.street': 'a building',
  'site.delivery_street': 'a building',
  'site.delivery_note': 'about a building',
  'site.source_note': 'about a source',
  'inspection.note': 'about a machine',
  'defect.note': 'about a machine',
  'incoming_invoice.note': 'about a document',
  'trip.note': 'about a journey',
  'bank_movement.note': 'about a payment',
  'bank_movement.message': 'what a payment is for, by the bank',
};
