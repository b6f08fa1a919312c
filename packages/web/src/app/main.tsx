import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from '../api/queries.ts';
import { EvidenceProvider } from '../parts/evidence-drawer.tsx';
import { startLanguages } from './language.ts';
import { pageNonce } from './page-nonce.ts';
import { readableColours } from './readable-colours.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

await startLanguages();
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableColours}
      getStyleNonce={pageNonce}
      forceColorScheme="light"
    >
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" />
        <EvidenceProvider>
          <RouterProvider router={router} />
        </EvidenceProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
