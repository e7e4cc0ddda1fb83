import type { Choice } from './field.js';
import { choice } from './make-field.js';

/** The drawings of kit families that the screens have. */
export const DRAWINGS: readonly Choice[] = [
  choice('aerial-platform', 'hoogwerker', 'nacelle', 'aerial platform'),
  choice('boiler', 'ketel', 'chaudière', 'boiler'),
  choice('building-box', 'bouwdoos', 'boîte de construction', 'building box'),
  choice('care', 'zorg', 'soins', 'care'),
  choice('cnc', 'CNC', 'CNC', 'CNC'),
  choice('cobot', 'cobot', 'cobot', 'cobot'),
  choice('cyber', 'cyberveiligheid', 'cybersécurité', 'cyber security'),
  choice('drone', 'drone', 'drone', 'drone'),
  choice('ev', 'elektrische wagen', 'voiture électrique', 'electric car'),
  choice('food-line', 'voedingslijn', 'ligne alimentaire', 'food line'),
  choice('forklift-simulator', 'heftrucksimulator', 'simulateur de chariot', 'forklift simulator'),
  choice('heat-pump', 'warmtepomp', 'pompe à chaleur', 'heat pump'),
  choice('laptops', 'laptops', 'ordinateurs portables', 'laptops'),
  choice('laser', 'laser', 'laser', 'laser'),
  choice('learning-factory', 'leerfabriek', 'usine-école', 'learning factory'),
  choice('plc', 'PLC', 'automate', 'PLC'),
  choice('pneumatics', 'pneumatiek', 'pneumatique', 'pneumatics'),
  choice('printer-3d', '3D-printer', 'imprimante 3D', '3D printer'),
  choice('robot-cell', 'robotcel', 'cellule robotisée', 'robot cell'),
  choice('scanner-3d', '3D-scanner', 'scanner 3D', '3D scanner'),
  choice('smart-home', 'slimme woning', 'maison intelligente', 'smart home'),
  choice('solar', 'zonnepanelen', 'panneaux solaires', 'solar panels'),
  choice('suit', 'pak', 'combinaison', 'suit'),
  choice('surveying', 'landmeten', 'topographie', 'surveying'),
  choice('timber-house', 'houtbouw', 'construction en bois', 'timber house'),
  choice('vr-headset', 'VR-bril', 'casque VR', 'VR headset'),
  choice('welding', 'lassen', 'soudage', 'welding'),
  choice('wind', 'wind', 'éolien', 'wind'),
];
