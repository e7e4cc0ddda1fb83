/**
 * Places, their coordinates, road km and car minutes: facts from the public belgium-road n500 k20 data sets of
 * OptaPlanner (GraphHopper on OpenStreetMap), every third of 40 pairs in West Flanders by distance.
 */
export const REAL_JOURNEYS: readonly (readonly [string, number, number, string, number, number, number, number])[] = [
  ['Leke', 51.1014829, 2.8909046, 'Zevekote', 51.137544, 2.9199852, 6.37, 7.0],
  ['Varsenare', 51.1890772, 3.1422056, 'Zedelgem', 51.1262334, 3.1663061, 9.46, 12.5],
  ['De Moeren', 51.0433862, 2.6004986, 'Zoutenaaie', 51.0490643, 2.7490825, 13.8, 17.2],
  ['Bellegem', 50.7778232, 3.2802084, 'Sint-Eloois-Winkel', 50.8760936, 3.1787537, 15.05, 18.6],
  ['Booitshoeke', 51.0873534, 2.7440942, 'Snaaskerke', 51.1743203, 2.9368371, 21.93, 20.2],
  ['Anzegem', 50.8466997, 3.4533702, 'Tielt', 50.9950519, 3.372971, 21.03, 22.4],
  ['Kaster', 50.8167992, 3.4957435, 'Tielt', 50.9950519, 3.372971, 26.0, 27.0],
  ['Oostduinkerke', 51.1161895, 2.6820111, 'Proven', 50.89144, 2.6568372, 29.47, 30.3],
  ['Leke', 51.1014829, 2.8909046, 'Proven', 50.89144, 2.6568372, 33.4, 38.2],
  ['Hooglede', 50.9823447, 3.0764881, 'Oostduinkerke', 51.1161895, 2.6820111, 34.6, 36.7],
  ['Moere', 51.1225918, 2.9559126, 'Wielsbeke', 50.9168875, 3.3697163, 41.46, 40.8],
  ['Moere', 51.1225918, 2.9559126, 'Rollegem', 50.76894, 3.2629686, 49.55, 44.3],
  ['Bellegem', 50.7778232, 3.2802084, 'Koolkerke', 51.2416655, 3.2497512, 55.04, 46.1],
  ['Beveren-Aan-Den-Ijzer', 50.9389635, 2.6423354, 'Hoeke', 51.29281, 3.3302565, 69.75, 62.5],
];
