/** What every demo account signs in with; the seed keeps it in the setting `seed`, where the API reads it from. */
export const DEMO_PASSWORD = 'karavaan-demo-2026';
