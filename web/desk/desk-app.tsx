import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { CallFailed } from '../api/get-json.ts';
import { mantineTheme, mantineVariables } from './shell/mantine-theme.ts';
import { NotFound } from './shell/not-found.tsx';
import { NoticeProvider } from './shell/notices.tsx';
import { ScreenTrouble } from './shell/screen-trouble.tsx';
import { SignedInGate } from './shell/session/signed-in-gate.tsx';
import { Shell } from './shell/shell.tsx';
import { SpeechProvider, type Spoken } from './shell/use-words.tsx';

const HomeScreen = lazy(() => import('./home/home-screen.tsx'));
const UploadScreen = lazy(() => import('./upload/upload-screen.tsx'));
const CampaignScreen = lazy(() => import('./campaign/campaign-screen.tsx'));
const ReviewScreen = lazy(() => import('./review/review-screen.tsx'));
const ParcelsScreen = lazy(() => import('./parcel/find/parcels-screen.tsx'));
const ParcelScreen = lazy(() => import('./parcel/parcel-screen.tsx'));
const SplitScreen = lazy(() => import('./dealing/split/split-screen.tsx'));
const MergeScreen = lazy(() => import('./dealing/merge/merge-screen.tsx'));
const BoundaryScreen = lazy(() => import('./dealing/boundary-adjustment/boundary-screen.tsx'));
const ResurveyScreen = lazy(() => import('./dealing/resurvey/resurvey-screen.tsx'));
const DealScreen = lazy(() => import('./dealing/form/deal-screen.tsx'));
const RequestsScreen = lazy(() => import('./request/requests-screen.tsx'));
const RequestScreen = lazy(() => import('./request/request-screen.tsx'));
const ScansScreen = lazy(() => import('./scan/scans-screen.tsx'));
const ShelvesScreen = lazy(() => import('./scan/shelf/shelves-screen.tsx'));
const ArrangeScreen = lazy(() => import('./scan/arrange/arrange-screen.tsx'));
const MapSheetScreen = lazy(() => import('./map-sheet/map-sheet-screen.tsx'));
const ScanScreen = lazy(() => import('./scan/scan-screen.tsx'));
const TemplatesScreen = lazy(() => import('./template/templates-screen.tsx'));
const BlanksScreen = lazy(() => import('./blank/blanks-screen.tsx'));
const LookupsScreen = lazy(() => import('./lookup/lookups-screen.tsx'));
const LookupScreen = lazy(() => import('./lookup/lookup-screen.tsx'));
const DealingsScreen = lazy(() => import('./dealing/dealings-screen.tsx'));
const LayersScreen = lazy(() => import('./layer/layers-screen.tsx'));
const DealingScreen = lazy(() => import('./dealing/dealing-screen.tsx'));

/** What may go better the next time: no answer at all, or a server that is busy. */
const passes = (error: unknown) => error instanceof CallFailed && (!error.problem || error.problem.status === 503);

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 2000, retry: (times, error) => times < 2 && passes(error) },
    mutations: { retry: false, networkMode: 'always' },
  },
});

const router = createBrowserRouter([
  {
    path: '/desk',
    element: <Shell />,
    children: [
      {
        // Inside the shell: where a screen cannot be shown, the bar and what is on its way stay.
        errorElement: <ScreenTrouble />,
        children: [
          { index: true, element: <HomeScreen /> },
          { path: 'signed-in', element: <HomeScreen /> },
          { path: 'upload', element: <UploadScreen /> },
          { path: 'campaign', element: <CampaignScreen /> },
          { path: 'batches/:id', element: <ReviewScreen /> },
          { path: 'parcels', element: <ParcelsScreen /> },
          { path: 'parcels/:id', element: <ParcelScreen /> },
          { path: 'parcels/:id/split', element: <SplitScreen /> },
          { path: 'parcels/:id/merge', element: <MergeScreen /> },
          { path: 'parcels/:id/boundary_adjustment', element: <BoundaryScreen /> },
          { path: 'parcels/:id/resurvey', element: <ResurveyScreen /> },
          { path: 'parcels/:id/deal/:kind', element: <DealScreen /> },
          { path: 'requests', element: <RequestsScreen /> },
          { path: 'requests/:id', element: <RequestScreen /> },
          { path: 'scans', element: <ScansScreen /> },
          { path: 'scans/shelves', element: <ShelvesScreen /> },
          { path: 'scans/:id', element: <ScanScreen /> },
          { path: 'scans/:id/pages/:n/map', element: <MapSheetScreen /> },
          { path: 'scans/file/:id', element: <ArrangeScreen /> },
          { path: 'layers', element: <LayersScreen /> },
          { path: 'blanks', element: <BlanksScreen /> },
          { path: 'templates', element: <TemplatesScreen /> },
          { path: 'lookup', element: <LookupsScreen /> },
          { path: 'lookup/:id', element: <LookupScreen /> },
          { path: 'dealings', element: <DealingsScreen /> },
          { path: 'dealings/:id', element: <DealingScreen /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);

/** Everything around the screens: theme, words, session, what was fetched, where one is. */
export function DeskApp({ nonce, spoken }: { readonly nonce: string; readonly spoken: Spoken }) {
  const named = document.documentElement.dataset.theme;
  const scheme = named === 'light' || named === 'dark' ? named : 'auto';
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      defaultColorScheme={scheme}
      colorSchemeManager={{
        // The server's cookie keeps the choice, for every page of the service.
        get: (fallback) => fallback,
        set: () => undefined,
        subscribe: () => undefined,
        unsubscribe: () => undefined,
        clear: () => undefined,
      }}
      getStyleNonce={() => nonce}
    >
      <SpeechProvider first={spoken}>
        <QueryClientProvider client={client}>
          <NoticeProvider>
            <SignedInGate>
              <Suspense>
                <RouterProvider router={router} />
              </Suspense>
            </SignedInGate>
          </NoticeProvider>
        </QueryClientProvider>
      </SpeechProvider>
    </MantineProvider>
  );
}
