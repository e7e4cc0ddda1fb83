import type { DataSource } from 'typeorm';
import type { Settings } from '../platform/settings.js';
import { demoAccounts } from './demo-accounts.js';

/** What a person who starts the program reads: where it is, and how to sign in to a demo. */
export async function welcome(dataSource: DataSource, settings: Settings): Promise<string[]> {
  const accounts = await demoAccounts(dataSource.manager, settings);
  if (accounts.length === 0) return [`Karavaan is ready: ${settings.publicUrl}`];
  const oneOfEach = accounts.filter(({ role }, at) => accounts.findIndex((each) => each.role === role) === at);
  return [
    '',
    `Karavaan is ready: ${settings.publicUrl}`,
    `Demo accounts (password ${accounts[0]?.password}); the sign-in page lists all ${accounts.length}:`,
    ...oneOfEach.map(
      ({ role, email, organisationName }) => `  ${role.toLowerCase().padEnd(16)}${email.padEnd(40)}${organisationName}`,
    ),
    '',
  ];
}
