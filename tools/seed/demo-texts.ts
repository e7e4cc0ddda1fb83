/** Invented purposes and contact persons for demo reservations, as a centre would write them. */
type Purposes = { pupils: readonly string[]; adults: readonly string[] };

export const PURPOSES: Record<string, Purposes> = {
  'industry-4.0': {
    pupils: ['Zevende jaar industriële ICT', 'Derde graad elektromechanica', 'STEM-week tweede graad'],
    adults: ['Opleiding technicus automatisering', 'Omscholing operator naar technicus', 'Workshop Industrie 4.0 voor kmo’s'],
  },
  manufacturing: {
    pupils: ['Duaal leren metaal', 'Lassen-constructie, derde graad', 'Mechanische vormgeving'],
    adults: ['Basisopleiding lassen', 'Opleiding machineoperator', 'Bijscholing onderhoudstechnici'],
  },
  digital: {
    pupils: ['STEM-week tweede graad', 'Keuzevak digitaal maken', 'Projectweek 3D'],
    adults: ['Digitale vaardigheden voor werkzoekenden', 'Bijscholing leerkrachten', 'Opleiding digitaal ontwerpen'],
  },
  xr: {
    pupils: ['Beroepenoriëntatie in VR', 'Veilig werken in VR'],
    adults: ['Veilig werken in VR', 'Introductie XR voor lesgevers', 'Kennismaking met beroepen in VR'],
  },
  logistics: {
    pupils: ['Logistiek, derde graad', 'Beroepenoriëntatie logistiek'],
    adults: ['Opleiding heftruckbestuurder', 'Magazijnier, basis', 'Kennismaking met logistiek'],
  },
  construction: {
    pupils: ['Ruwbouw, derde graad', 'Circulair bouwen, projectweek', 'Elektrotechnische installaties'],
    adults: ['Opleiding werfleider', 'Renovatie en isolatie', 'Bijscholing installateurs'],
  },
  energy: {
    pupils: ['Koeltechniek en klimaat', 'Centrale verwarming, derde graad', 'Elektrische installaties'],
    adults: ['Opleiding installateur warmtepompen', 'Bijscholing zonne-energie', 'Hernieuwbare energie voor installateurs'],
  },
  'mobility-energy': {
    pupils: ['Autotechnieken, derde graad', 'Autotechniek duaal'],
    adults: ['Opleiding EV-technicus', 'Veilig werken aan hoogspanning', 'Bijscholing garagisten'],
  },
  care: {
    pupils: ['Verzorging, derde graad', 'Gezondheids- en welzijnswetenschappen'],
    adults: ['HBO5 verpleegkunde, vaardigheden', 'Opleiding zorgkundige', 'Rugsparend tillen', 'Inleefdag ouderenzorg'],
  },
  food: {
    pupils: ['Voedingstechnieken, derde graad', 'Bakkerij en hygiëne'],
    adults: ['Opleiding operator voeding', 'Voedselveiligheid en hygiëne'],
  },
  'blue-energy': {
    pupils: ['Bezoek blauwe economie'],
    adults: ['Opleiding technicus offshore wind', 'Controlekamer windpark, basis'],
  },
};

export const CONTACTS = [
  'Stefanie Buyse',
  'Rik Huyghe',
  'Amina El Idrissi',
  'Mieke Strobbe',
  'Dries Vandeputte',
  'Charlotte Lievens',
  'Frank Delaere',
  'Hanne Tytgat',
  'Youssef Benali',
  'Carine Dhondt',
  'Pol Lagae',
  'Evy Ramon',
  'Olena Kovalenko',
  'Bert Vanoverberghe',
  'Lies Cappelle',
  'Ivan Roelens',
] as const;

export const REMARKS = [
  'Graag leveren via de achterpoort.',
  'We hebben zelf een palletwagen.',
  'Parkeren kan op de speelplaats voor 9 uur.',
  'Bel even bij aankomst.',
] as const;
export const CANCEL_REASONS = ['De groep is te klein.', 'De lesgever is ziek.', 'De opleiding is verplaatst.'] as const;
export const REJECT_REASONS = ['De kit is die week nodig voor een keuring.', 'De lesgever heeft nog geen attest.'] as const;
