/** When vans drive in the demo year: inside every shift that the program starts with, so that no stay depends on it. */
export const VAN_SHIFT = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:30', to: '17:00' }));

/** The demo year reaches this many days back and ahead of today. */
export const HALF_YEAR_DAYS = 182;

/** The seed of the demo's chance: the same database each time it is made on the same day. */
export const DEMO_SEED = 20_261_123;
