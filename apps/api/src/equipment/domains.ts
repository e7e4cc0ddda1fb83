import { DOMAIN_CHOICES } from '@karavaan/domain';
import type { LocalizedText } from '../platform/graphql/localized-text.js';

/** The fields of work that models belong to, in the order of the catalogue. */
export const DOMAINS: Readonly<Record<string, LocalizedText>> = Object.fromEntries(
  DOMAIN_CHOICES.map(({ value, names }) => [value, names]),
);
