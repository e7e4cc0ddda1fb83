import type { Field } from './field.js';
import { names } from './make-field.js';

/** What an administrator may set while the program runs; without a choice the environment decides. */
export const SETTING_FIELDS: readonly Field[] = [
  {
    key: 'holdMinutes',
    label: names('Een optie duurt (minuten)', 'Une option dure (minutes)', 'An option lasts (minutes)'),
    help: names(
      'Zo lang houden we een plaats vast terwijl iemand het formulier invult.',
      'Durée pendant laquelle nous gardons une place pendant que quelqu’un remplit le formulaire.',
      'How long a place is held while somebody fills in the form.',
    ),
    kind: 'integer',
    least: 1,
    most: 1440,
    group: 'booking',
  },
  {
    key: 'noticeDays',
    label: names('Vooraf reserveren (dagen)', 'Réserver à l’avance (jours)', 'Book ahead (days)'),
    help: names(
      'Korter vooraf kan niemand zelf reserveren. 0 is vandaag nog.',
      'Personne ne peut réserver plus tard. 0 : le jour même.',
      'Nobody can book later than this. 0 is the same day.',
    ),
    kind: 'integer',
    least: 0,
    most: 365,
    group: 'booking',
  },
  {
    key: 'offerHours',
    label: names('Aanbod uit de wachtlijst (uren)', 'Offre de la liste d’attente (heures)', 'Offer of the waiting list (hours)'),
    help: names(
      'Zo lang heeft wie eerst in de rij staat om te antwoorden.',
      'Délai de réponse pour la première personne de la file.',
      'How long the first in line has to answer.',
    ),
    kind: 'integer',
    least: 1,
    most: 336,
    group: 'booking',
  },
  {
    key: 'transportFrom',
    label: names('Vervoer vanaf', 'Transport à partir de', 'Transport from'),
    help: names(
      'Op werkdagen rijden de kits tussen deze uren. Wat al gereserveerd is, blijft staan.',
      'Les jours ouvrables, les kits roulent entre ces heures. Ce qui est réservé ne change pas.',
      'On working days kits travel between these hours. What is booked stays.',
    ),
    kind: 'time',
    group: 'transport',
  },
  { key: 'transportTo', label: names('Vervoer tot', 'Transport jusqu’à', 'Transport to'), kind: 'time', group: 'transport' },
  {
    key: 'vanFactorPercent',
    label: names('Reistijd van een bestelwagen (%)', 'Temps de trajet d’une camionnette (%)', 'Travel time of a van (%)'),
    help: names(
      '100 is zo lang als een auto zonder file. De reistijden worden binnen het uur herrekend; wat al gereserveerd is, blijft staan.',
      '100 : comme une voiture sans embouteillage. Les temps de trajet sont recalculés dans l’heure ; ce qui est réservé ne change pas.',
      '100 is as long as a car without traffic. Travel times are computed anew within the hour; what is booked stays.',
    ),
    kind: 'integer',
    least: 100,
    most: 200,
    group: 'transport',
  },
  {
    key: 'reminderHour',
    label: names('Herinneringen vanaf (uur)', 'Rappels à partir de (heure)', 'Reminders from (hour)'),
    help: names(
      'Op dit uur vertrekken de mails voor wie morgen iets krijgt.',
      'À cette heure partent les e-mails pour ceux qui reçoivent du matériel demain.',
      'At this hour mails leave to who gets something tomorrow.',
    ),
    kind: 'integer',
    least: 8,
    most: 18,
    group: 'messages',
  },
  {
    key: 'contactEmail',
    label: names('E-mail voor vragen', 'E-mail pour les questions', 'E-mail for questions'),
    kind: 'email',
    longest: 254,
    group: 'messages',
  },
  {
    key: 'contactPhone',
    label: names('Telefoon voor vragen', 'Téléphone pour les questions', 'Phone for questions'),
    kind: 'text',
    longest: 40,
    group: 'messages',
  },
];
