import type { paperVi } from './desk-paper-vi.ts';

export const paperEn: Readonly<Record<keyof typeof paperVi, string>> = {
  'papers.title': 'Papers issued',
  'papers.make': 'Make a map extract',
  'papers.making': 'Making the extract…',
  'papers.made': 'Made {kind} no. {serial}.',
  'papers.open': 'Open the PDF',
  'papers.openOf': 'Open the PDF of {serial}',
  'papers.check': 'Check page',
  'papers.checkOf': 'Check page of {serial}',
  'papers.none': 'No paper about this parcel has been issued.',
  'papers.issued': 'Issued {when}',
  'papers.since': 'Out of date since {when}',
  'papers.by': 'by this dealing',
  'papers.trial': 'Trial signature: no legal value.',
  'papers.logged': 'An extract names the land users: each making, opening or download is written to the read log.',
  'papers.notYours': 'Extracts are made by land officers and approvers.',
  'papers.historic': 'This parcel has ended, so no new extract is made of it. Open the parcel that followed.',
  'paper.map_extract': 'map extract',
  'paperStatus.issued': 'Valid',
  'paperStatus.superseded': 'Superseded',
  'paperStatus.revoked': 'Revoked',
};
