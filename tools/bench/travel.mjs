import { estimateTravel } from '@karavaan/domain';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../node24.mjs';
import { table } from './report.mjs';

const JOURNEYS = path.join(root, 'libs/domain/src/transport/real-journeys.csv');
const COLUMNS = ['from_lat', 'from_lon', 'to_lat', 'to_lon', 'road_km', 'car_minutes'];

/**
 * How far the estimate of travel is from the road, without any traffic.
 * @param {string} [file] CSV with the columns above, for other pairs than the built-in ones
 */
export async function benchTravel(file = JOURNEYS) {
  const pairs = read(file);
  const errors = pairs.map(([latitude, longitude, toLatitude, toLongitude, km, minutes]) => {
    const estimate = estimateTravel({ latitude, longitude }, { latitude: toLatitude, longitude: toLongitude }, { vanFactor: 1 });
    return [Math.abs(estimate.km - km) / km, Math.abs(estimate.minutes - minutes) / minutes];
  });
  const column = (at) => errors.map((row) => row[at]);
  const text = [
    `The estimate of travel against ${pairs.length} real journeys in West Flanders (GraphHopper on OpenStreetMap, a car in free flow).`,
    '',
    table([
      ['', 'mean error', 'worst', 'bar'],
      ['km by road', percent(mean(column(0))), percent(Math.max(...column(0))), 'mean at most 6 %'],
      ['minutes by car', percent(mean(column(1))), percent(Math.max(...column(1))), '–'],
    ]),
  ].join('\n');
  return { text, meanKm: mean(column(0)) };
}

function read(file) {
  const [head, ...rows] = fs
    .readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return rows.map((row) => COLUMNS.map((name) => Number(row[head.indexOf(name)])));
}

const mean = (numbers) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const percent = (part) => `${(100 * part).toFixed(1)} %`;
