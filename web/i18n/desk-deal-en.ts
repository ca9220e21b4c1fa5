import type { dealVi } from './desk-deal-vi.ts';

export const dealEn: Readonly<Record<keyof typeof dealVi, string>> = {
  'merge.title': 'Merge parcel {no}, sheet {sheet}',
  'merge.parts': 'Parcels to be merged',
  'merge.alone': 'No parcel of the register meets it.',
  'merge.whole': 'The new parcel',
  'merge.how': 'Choose at least one parcel beside it, on the map or in the list above.',
  'merge.burdens': 'Goes on on the whole parcel',
  'merge.burden.mortgage': 'Mortgage',
  'merge.burden.caveat': 'Caveat',
  'merge.agreement': 'What each holds of the new parcel, by an agreement',
  'merge.shareOf': 'Share of {n}. {name}',
  'merge.sameAs': 'The same person as',
  'merge.ownEntry': 'nobody else',
  'merge.number': 'New number (empty: the next free one)',
  'merge.legalArea': 'Registered area, m² (empty: the sum)',
  'merge.reason': 'Reason, note',
  'form.areaOdd': 'Type an area such as 2400.5.',
  'says.number': 'New number',
  'says.agreed': 'What each holds',
  'says.carries': 'Mortgages and caveats that go on',
  'kind.reversal': 'Reversal',
  'undo.open': 'Take back by a new dealing',
  'undo.about':
    'A reversing dealing is lodged, and somebody else decides it. Once registered, the state before this dealing is raised anew; history keeps both. It is not possible while other dealings rest on this one.',
  'undo.confirm': 'Lodge the reversal',
  'says.undone': 'Open the dealing that is taken back',
};
