/** The script of the officers' desk. The page is empty without it (server/pages/desk-page.ts). */
import '@mantine/core/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.ts';
import '../ui/theme.css';
import './desk.css';
import './table.css';
import './forced-colours.css';
import './print.css';
import { DeskApp } from './desk-app.tsx';
import { announceSignIn, SIGNED_IN_PATH } from './shell/session/session-gate.ts';
import { loadSpoken, type Spoken } from './shell/use-words.tsx';

const root = document.getElementById('desk');
if (root && location.pathname === SIGNED_IN_PATH) announceSignIn();
const show = (at: HTMLElement, spoken: Spoken) =>
  createRoot(at).render(
    <StrictMode>
      <DeskApp nonce={at.dataset.nonce ?? ''} spoken={spoken} />
    </StrictMode>,
  );
if (root)
  loadSpoken()
    .then((spoken) => show(root, spoken))
    .catch(reportError);
