import { MantineProvider } from '@mantine/core';
import { render, type RenderResult } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { ToastProvider } from '../src/ui/toast/ToastProvider.js';
import { readCatalogue } from './catalogues.js';

/** Renders as the program does, with its real texts, at an address. Give a page `MockedProvider` of Apollo around it. */
export async function renderUi(ui: ReactNode, { at = '/', language = 'nl' } = {}): Promise<RenderResult> {
  if (!i18next.isInitialized)
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: Object.fromEntries(['nl', 'fr', 'en'].map((code) => [code, { translation: readCatalogue(code) }])),
      interpolation: { escapeValue: false },
    });
  await i18next.changeLanguage(language);
  return render(
    <MantineProvider env="test">
      <ToastProvider>
        <MemoryRouter initialEntries={[at]}>{ui}</MemoryRouter>
      </ToastProvider>
    </MantineProvider>,
  );
}
