import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { BrowserRouter } from 'react-router';
import { makeClient } from '../graphql/client.js';
import { ToastProvider } from '../ui/toast/ToastProvider.js';
import { Shell } from './shell/Shell.js';
import { colorSchemeManager } from './theme/color-scheme.js';
import { cssVariablesResolver, theme } from './theme/theme.js';

const client = makeClient();

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <ApolloProvider client={client}>
        <ToastProvider>
          <BrowserRouter>
            <Shell />
          </BrowserRouter>
        </ToastProvider>
      </ApolloProvider>
    </MantineProvider>
  );
}
