import { localStorageColorSchemeManager } from '@mantine/core';

const KEY = 'karavaan.scheme';

export const colorSchemeManager = localStorageColorSchemeManager({ key: KEY });

/** Sets a stored choice before anything is drawn. Without one the style sheet follows the system by itself. */
export function applyStoredScheme(): void {
  const stored = readStored();
  if (stored === 'light' || stored === 'dark') document.documentElement.setAttribute('data-mantine-color-scheme', stored);
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
