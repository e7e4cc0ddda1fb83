import type { RecordShape } from '../field.js';
import { ACTIVE, choice, code, inThree, names, text, whole } from '../make-field.js';
import { MOBILITY_CHOICES, POWER_CHOICES } from '../choices.js';
import { DOMAIN_CHOICES } from '../equipment-domains.js';
import { DRAWINGS } from '../drawings.js';

export const MODEL: RecordShape = {
  kind: 'MODEL',
  names: names('Modellen', 'Modèles', 'Models'),
  mostRows: 10_000,
  title: ['nameNl'],
  fields: [
    code(),
    ...inThree('name', names('Naam', 'Nom', 'Name'), { required: true, longest: 120, group: 'what' }),
    ...inThree('promise', names('Wat je ermee leert', 'Ce qu’on y apprend', 'What you learn'), {
      required: true,
      longest: 300,
      group: 'what',
    }),
    {
      key: 'domain',
      label: names('Domein', 'Domaine', 'Domain'),
      kind: 'choice',
      choices: DOMAIN_CHOICES,
      required: true,
      group: 'what',
    },
    {
      key: 'drawing',
      label: names('Tekening', 'Dessin', 'Drawing'),
      kind: 'choice',
      choices: DRAWINGS,
      required: true,
      fallback: 'plc',
      group: 'what',
    },
    text('exampleProduct', names('Voorbeeld', 'Exemple', 'Example'), 'what'),
    {
      key: 'mobility',
      label: names('Reist of staat vast', 'Mobile ou fixe', 'Travels or fixed'),
      headings: ['Mobiliteit', 'Mobilité', 'Mobility'],
      kind: 'choice',
      choices: MOBILITY_CHOICES,
      required: true,
      fallback: 'MOBILE',
      group: 'what',
    },
    whole('cases', names('Kisten', 'Caisses', 'Boxes'), 'measures', 200, { required: true, fallback: '1' }),
    {
      key: 'volumeM3',
      label: names('Volume (m³)', 'Volume (m³)', 'Volume (m³)'),
      kind: 'decimal',
      least: 0,
      most: 100,
      required: true,
      group: 'measures',
    },
    {
      key: 'massKg',
      label: names('Gewicht (kg)', 'Poids (kg)', 'Weight (kg)'),
      kind: 'decimal',
      least: 0,
      most: 20_000,
      required: true,
      group: 'measures',
    },
    whole('setupMinutes', names('Opzetten (minuten)', 'Installation (minutes)', 'Set-up (minutes)'), 'measures', 2880, {
      required: true,
    }),
    whole('packMinutes', names('Inpakken (minuten)', 'Emballage (minutes)', 'Packing (minutes)'), 'measures', 2880, {
      required: true,
    }),
    {
      key: 'powerNeed',
      label: names('Stroom nodig', 'Électricité requise', 'Power needed'),
      kind: 'choice',
      choices: [choice('NONE', 'geen', 'aucune', 'none'), ...POWER_CHOICES],
      required: true,
      fallback: 'NONE',
      group: 'measures',
    },
    text('powerDetail', names('Over de stroom', 'À propos de l’électricité', 'About the power'), 'measures'),
    {
      key: 'floorM2',
      label: names('Vloer nodig (m²)', 'Sol requis (m²)', 'Floor needed (m²)'),
      kind: 'decimal',
      least: 0,
      most: 10_000,
      required: true,
      group: 'measures',
    },
    whole('maxParticipants', names('Deelnemers, hoogstens', 'Participants, au plus', 'Participants, at most'), 'measures', 500, {
      required: true,
      least: 1,
    }),
    {
      key: 'needsTailLift',
      label: names('Laadklep nodig', 'Hayon requis', 'Needs a tail-lift'),
      kind: 'yesNo',
      required: true,
      fallback: 'false',
      group: 'measures',
    },
    {
      key: 'needsTwoPersons',
      label: names('Met twee te dragen', 'À porter à deux', 'Needs two persons'),
      kind: 'yesNo',
      required: true,
      fallback: 'false',
      group: 'measures',
    },
    ...inThree(
      'trainerRequirement',
      names('Wat de lesgever moet kunnen', 'Ce que le formateur doit savoir', 'What the trainer must know'),
      { longest: 500, group: 'use' },
    ),
    ...inThree('transportHazards', names('Gevaar bij vervoer', 'Danger au transport', 'Transport hazards'), {
      longest: 500,
      group: 'use',
    }),
    text('notes', names('Nota', 'Note', 'Note'), 'use', { longest: 2000 }),
    ACTIVE,
  ],
};
