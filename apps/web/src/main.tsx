import './app/theme/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { startI18n } from './app/i18n/start-i18n.js';
import { applyStoredScheme } from './app/theme/color-scheme.js';

applyStoredScheme();
await startI18n();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
