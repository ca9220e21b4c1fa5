import type { answerVi } from './answer-vi.ts';

/** The same in English. */
export const answerEn: Record<keyof typeof answerVi, string> = {
  'asked.own': 'You are signed in, and your identity number is vouched for. Looking things up is open to everybody.',
  'asked.title': 'Who asked about your certificates',
  'asked.lead':
    'Banks and notaries with an agreement may ask whether a certificate still holds. The answer is yes or no and names nobody. To learn why they asked, contact them with the number of the matter.',
  'asked.none': 'No organisation has asked yet.',
  'asked.col.asked': 'Asked',
  'asked.col.asker': 'Organisation',
  'asked.col.matter': 'Their matter number',
  'asked.col.parcel': 'Parcel',
  'asked.col.told': 'Told',
  'asked.parcel': 'Parcel {no}, sheet {sheet}, {commune}',
  'asked.current': 'holds',
  'asked.notCurrent': 'holds no more',
  'asked.mortgage': 'mortgaged',
  'asked.noMortgage': 'not mortgaged',
  'asked.caveat': 'stopped by a caveat',
  'asked.noCaveat': 'no caveat',
  'asked.pending': 'a dealing is lodged',
  'asked.noPending': 'no dealing lodged',
};
