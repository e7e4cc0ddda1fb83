import type { RecordShape } from '../field.js';
import { LICENCE_CHOICES } from '../choices.js';
import { ACTIVE, choice, names, text } from '../make-field.js';

export const PERSON: RecordShape = {
  kind: 'PERSON',
  names: names('Mensen', 'Personnes', 'People'),
  mostRows: 10_000,
  title: ['name'],
  fields: [
    {
      key: 'email',
      label: names('E-mail', 'E-mail', 'E-mail'),
      headings: ['E-mailadres', 'Adresse e-mail', 'Email'],
      kind: 'email',
      required: true,
      natural: true,
      longest: 254,
      group: 'what',
    },
    text('name', names('Naam', 'Nom', 'Name'), 'what', { required: true, longest: 120 }),
    {
      key: 'organisation',
      label: names('Organisatie', 'Organisation', 'Organisation'),
      kind: 'reference',
      refers: 'ORGANISATION',
      required: true,
      group: 'what',
    },
    {
      key: 'role',
      label: names('Rol', 'Rôle', 'Role'),
      kind: 'choice',
      required: true,
      fallback: 'COORDINATOR',
      group: 'what',
      choices: [
        choice('COORDINATOR', 'Coördinator van een centrum', 'Coordinateur d’un centre', 'Coordinator of a centre'),
        choice('PLANNER', 'Planner', 'Planificateur', 'Planner'),
        choice('DRIVER', 'Chauffeur of technicus', 'Chauffeur ou technicien', 'Driver or technician'),
        choice('BUDGET_OFFICER', 'Budgetbeheerder', 'Responsable du budget', 'Budget officer'),
        choice('ADMINISTRATOR', 'Beheerder', 'Administrateur', 'Administrator'),
      ],
    },
    text('phone', names('Telefoon', 'Téléphone', 'Phone'), 'what', { longest: 40 }),
    {
      key: 'locale',
      label: names('Taal', 'Langue', 'Language'),
      kind: 'choice',
      required: true,
      fallback: 'nl',
      group: 'what',
      choices: [
        choice('nl', 'Nederlands', 'néerlandais', 'Dutch'),
        choice('fr', 'Frans', 'français', 'French'),
        choice('en', 'Engels', 'anglais', 'English'),
      ],
    },
    {
      key: 'drivingLicences',
      label: names('Rijdt met rijbewijs', 'Conduit avec permis', 'Drives with licence'),
      kind: 'choices',
      choices: LICENCE_CHOICES,
      group: 'driving',
      help: names(
        'Alleen van wie voor de dienst rijdt. Kies al wat mag.',
        'Seulement pour qui conduit pour le service. Choisissez tout ce qui est permis.',
        'Only of who drives for the service. Choose all that is allowed.',
      ),
    },
    {
      key: 'drivingHours',
      label: names('Werkuren als chauffeur', 'Heures de conduite', 'Working hours as a driver'),
      kind: 'hours',
      group: 'driving',
    },
    ACTIVE,
  ],
};
