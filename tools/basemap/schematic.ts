import type { Road, Town } from './base-map.ts';

/** Drawn by hand along the junctions one knows, to recognise the province by; not for measuring. */
export const ROADS: Road[] = [
  {
    name: 'E40',
    badge: [2.985, 51.178],
    line: [
      [2.5, 51.04],
      [2.6, 51.07],
      [2.68, 51.065],
      [2.775, 51.11],
      [2.86, 51.15],
      [2.94, 51.172],
      [3.075, 51.187],
      [3.175, 51.155],
      [3.33, 51.128],
      [3.45, 51.095],
      [3.66, 51.025],
      [3.8, 51.0],
    ],
  },
  {
    name: 'E403',
    badge: [3.158, 51.012],
    line: [
      [3.175, 51.2],
      [3.165, 51.15],
      [3.14, 51.07],
      [3.165, 51.02],
      [3.165, 50.95],
      [3.19, 50.9],
      [3.195, 50.84],
      [3.215, 50.79],
      [3.27, 50.72],
      [3.34, 50.64],
      [3.36, 50.55],
    ],
  },
  {
    name: 'A11',
    badge: [3.235, 51.284],
    line: [
      [3.165, 51.252],
      [3.205, 51.272],
      [3.26, 51.298],
      [3.3, 51.312],
    ],
  },
  {
    name: 'A19',
    badge: [3.02, 50.853],
    line: [
      [2.915, 50.872],
      [2.98, 50.868],
      [3.06, 50.826],
      [3.13, 50.815],
      [3.205, 50.815],
    ],
  },
  {
    name: 'E17',
    badge: [3.445, 50.866],
    line: [
      [3.07, 50.64],
      [3.13, 50.73],
      [3.16, 50.765],
      [3.215, 50.79],
      [3.28, 50.8],
      [3.36, 50.843],
      [3.43, 50.872],
      [3.53, 50.915],
      [3.66, 50.985],
      [3.78, 51.02],
    ],
  },
];

type Label = Omit<Town, 'lat' | 'lon'>;
const town = (name: string, rank: Town['rank'], anchor: Town['anchor']): Label => ({ name, rank, anchor });

/** Their positions come from the places of the seed. */
export const TOWN_LABELS: Label[] = [
  town('Brugge', 1, 'right'),
  town('Oostende', 1, 'right'),
  town('Kortrijk', 1, 'right'),
  town('Roeselare', 1, 'left'),
  town('Ieper', 1, 'left'),
  town('Veurne', 1, 'right'),
  town('Knokke-Heist', 2, 'left'),
  town('Diksmuide', 2, 'right'),
  town('Torhout', 2, 'left'),
  town('Tielt', 2, 'right'),
  town('Waregem', 2, 'above'),
  town('Poperinge', 2, 'below'),
  town('Izegem', 3, 'right'),
  town('Menen', 3, 'left'),
  town('Nieuwpoort', 3, 'right'),
  town('Blankenberge', 3, 'left'),
  town('De Panne', 3, 'right'),
  town('Zeebrugge', 3, 'right'),
];
