import { choice } from './make-field.js';

export const MOBILITY_CHOICES = [
  choice('MOBILE', 'reist', 'se déplace', 'travels'),
  choice('FIXED', 'staat vast', 'fixe', 'fixed'),
];

export const POWER_CHOICES = [
  choice('V230_16A', '230 V, 16 A', '230 V, 16 A', '230 V, 16 A'),
  choice('V400_16A', '400 V, 16 A', '400 V, 16 A', '400 V, 16 A'),
  choice('V400_32A', '400 V, 32 A', '400 V, 32 A', '400 V, 32 A'),
];

export const SITE_KINDS = [
  choice('technical-school', 'technische school', 'école technique', 'technical school'),
  choice('school', 'school', 'école', 'school'),
  choice('centre', 'opleidingscentrum', 'centre de formation', 'training centre'),
  choice('adult-education', 'volwassenenonderwijs', 'enseignement pour adultes', 'adult education'),
  choice('vdab', 'VDAB', 'VDAB', 'VDAB'),
  choice('university-college', 'hogeschool', 'haute école', 'university college'),
  choice('university', 'universiteit', 'université', 'university'),
  choice('syntra', 'Syntra', 'Syntra', 'Syntra'),
  choice('sector-centre', 'sectorcentrum', 'centre sectoriel', 'sector centre'),
  choice('training-lab', 'traininglab', 'labo de formation', 'training lab'),
  choice('provincial-site', 'locatie van de provincie', 'site de la province', 'provincial site'),
  choice('knowledge-centre', 'kenniscentrum', 'centre de connaissances', 'knowledge centre'),
  choice('care-training', 'zorgopleiding', 'formation aux soins', 'care training'),
  choice('office', 'kantoor', 'bureau', 'office'),
];

export const LICENCE_CHOICES = [
  choice('B', 'B (tot 3,5 ton)', 'B (jusqu’à 3,5 tonnes)', 'B (up to 3.5 tonnes)'),
  choice('C1', 'C1 (tot 7,5 ton)', 'C1 (jusqu’à 7,5 tonnes)', 'C1 (up to 7.5 tonnes)'),
  choice('C', 'C', 'C', 'C'),
];
