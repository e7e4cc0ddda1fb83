import { MantineProvider } from '@mantine/core';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { LANGUAGES, type Language } from '../src/ui/i18n/languages.js';
import { addTexts, hasTexts, showTexts } from '../src/ui/i18n/texts.js';
import { ToastProvider } from '../src/ui/toast/ToastProvider.js';
import { readCatalogue } from './catalogues.js';

/** Renders as the program does, with its real texts, at an address. Give a page `MockedProvider` of Apollo around it. */
export async function renderUi(
  ui: ReactNode,
  { at = '/', language = 'nl' }: { at?: string; language?: Language } = {},
): Promise<RenderResult> {
  for (const code of LANGUAGES) if (!hasTexts(code)) addTexts(code, readCatalogue(code));
  showTexts(language);
  return render(
    <MantineProvider env="test">
      <ToastProvider>
        <MemoryRouter initialEntries={[at]}>{ui}</MemoryRouter>
      </ToastProvider>
    </MantineProvider>,
  );
}
