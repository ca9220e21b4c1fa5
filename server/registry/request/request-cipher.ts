/** What a request says of persons, at rest: sealed whole, since nothing is looked up by it but the number, which has its hash. */
import type { RequestAsked } from '../../domain/contract/portal/portal-requests.ts';
import type { Language } from '../../domain/words/language.ts';
import { createIdentityCipher } from '../store/identity-cipher.ts';
import { deriveKey, openText, sealText } from '../store/sealed-text.ts';

export interface RequestContent extends Pick<RequestAsked, 'requester' | 'purpose' | 'delivery' | 'certificateSerial'> {
  readonly language: Language;
}

export interface RequestCipher {
  sealContent(content: RequestContent): Buffer;
  openContent(sealed: Buffer): RequestContent;
  /** Notes, reasons and addresses. */
  seal(text: string): Buffer;
  open(sealed: Buffer): string;
  /** As the numbers of parties are looked up. */
  hashNumber(number: string): Buffer;
}

export function createRequestCipher(personalDataKey: Buffer): RequestCipher {
  const key = deriveKey(personalDataKey, 'diaba request content');
  const identity = createIdentityCipher(personalDataKey);
  return {
    sealContent: (content) => sealText(key, JSON.stringify(content)),
    openContent: (sealed) => JSON.parse(openText(key, sealed)) as RequestContent,
    seal: (text) => sealText(key, text),
    open: (sealed) => openText(key, sealed),
    hashNumber: (number) => identity.hash(number),
  };
}
