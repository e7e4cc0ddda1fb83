import { names } from './list-export.js';

/** What the enums of several lists are called in a file; the screens have their own catalogues. */
export const ROLES = {
  COORDINATOR: names('Coördinator van een centrum', 'Coordinateur d’un centre', 'Coordinator of a centre'),
  PLANNER: names('Planner', 'Planificateur', 'Planner'),
  DRIVER: names('Chauffeur of technicus', 'Chauffeur ou technicien', 'Driver or technician'),
  BUDGET_OFFICER: names('Budgetbeheerder', 'Responsable du budget', 'Budget officer'),
  ADMINISTRATOR: names('Beheerder', 'Administrateur', 'Administrator'),
};

export const ORGANISATION_KINDS = {
  OWNER: names('eigenaar', 'propriétaire', 'owner'),
  PUBLIC_SERVICE: names('openbare dienst', 'service public', 'public service'),
  TRAINING_PROVIDER: names('opleidingscentrum', 'centre de formation', 'training centre'),
  SCHOOL: names('school', 'école', 'school'),
  COMPANY: names('bedrijf', 'entreprise', 'company'),
  KNOWLEDGE_CENTRE: names('kenniscentrum', 'centre de connaissances', 'knowledge centre'),
};

export const MOBILITY = {
  MOBILE: names('reist', 'se déplace', 'travels'),
  FIXED: names('staat vast', 'fixe', 'fixed'),
};

export const TARGET_GROUPS = {
  EMPLOYEES: names('werknemers', 'travailleurs', 'employees'),
  JOB_SEEKERS: names('werkzoekenden', 'demandeurs d’emploi', 'job seekers'),
  COMPANY_STAFF: names('personeel van bedrijven', 'personnel d’entreprises', 'company staff'),
  PUPILS_STUDENTS: names('leerlingen en studenten', 'élèves et étudiants', 'pupils and students'),
  LOW_DIGITAL_SKILLS: names(
    'mensen met weinig digitale vaardigheden',
    'personnes peu à l’aise avec le numérique',
    'people with low digital skills',
  ),
};
