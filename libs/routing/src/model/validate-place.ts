import { ProblemError } from './errors.js';
import { amountOf, fieldsOf, locationOf, numberOf, optionalAmount, windowsOf } from './guards.js';

export interface KnownPlace {
  location: number;
  service: number;
  /** The first and the last moment at which service can start. */
  open: number;
  close: number;
}

const PLACE = ['location', 'service', 'windows'];

export function validatePlace(
  value: unknown,
  subject: string,
  locations: number,
  more: readonly string[] = ['soft'],
): KnownPlace {
  const place = fieldsOf(value, subject, [...PLACE, ...more]);
  locationOf(place.location, `${subject} location`, locations);
  const service = place.service === undefined ? 0 : amountOf(place.service, `${subject} service`);
  const windows = place.windows === undefined ? [] : windowsOf(place.windows, subject);
  if (place.soft !== undefined) validateSoft(place.soft, `${subject} soft`);
  return {
    location: place.location as number,
    service,
    open: windows[0]?.[0] ?? -Infinity,
    close: windows.at(-1)?.[1] ?? Infinity,
  };
}

function validateSoft(value: unknown, subject: string): void {
  const soft = fieldsOf(value, subject, ['from', 'until', 'earlyCost', 'lateCost']);
  optionalAmount(soft.earlyCost, `${subject} earlyCost`);
  optionalAmount(soft.lateCost, `${subject} lateCost`);
  const from = soft.from === undefined ? -Infinity : numberOf(soft.from, `${subject} from`);
  const until = soft.until === undefined ? Infinity : numberOf(soft.until, `${subject} until`);
  if (until < from) throw new ProblemError('bad-window', subject, `ends at ${until}, before it begins at ${from}`);
}
