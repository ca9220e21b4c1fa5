import type { PortalParcel } from '../../domain/contract/portal/portal-parcels.ts';
import { formatArea } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import { landUseWords } from '../../domain/words/land-use-words.ts';
import type { Language } from '../../domain/words/language.ts';
import { parcelName } from '../parcel/parcel-name.ts';
import { unitName } from '../unit-name.ts';
import { pageWords } from '../words.ts';
import { type Choice, choiceField } from './form-field.ts';

type Parcel = Partial<PortalParcel> & Pick<PortalParcel, 'id'>;

/** What was looked for, and the present parcels that it may mean. */
export interface ParcelChoice {
  readonly q: string;
  readonly found: readonly Parcel[];
  /** One that was named by its address, or chosen before. */
  readonly named?: Parcel | undefined;
}

/** A parcel by name and commune. */
export function parcelTitle(parcel: Parcel, language: Language): string {
  return [parcelName(parcel, pageWords(language)), parcel.commune?.name].filter(Boolean).join(', ');
}

function choiceOf(parcel: Parcel, language: Language): Choice {
  const words = pageWords(language);
  const { id, commune, numberedIn, landUse, address, areaM2, legalAreaM2 } = parcel;
  const former = numberedIn && (numberedIn.validTo !== null || numberedIn.code !== commune?.code);
  const area = legalAreaM2 ?? areaM2;
  const facts = [
    former && `${words('parcel.numberedIn')}: ${unitName(numberedIn, language)}`,
    address,
    area !== undefined && formatArea(area, language),
    landUse?.map((use) => landUseWords(use, language)).join('; '),
  ].filter(Boolean);
  return { value: id, label: parcelTitle(parcel, language), hint: facts.join(' · ') };
}

/** Looks a parcel up by the question of the first page; the answers are a choice in a form of its own. */
export function parcelQuestion(
  choice: ParcelChoice,
  language: Language,
  {
    value,
    fault,
    submit,
  }: { readonly value: string | undefined; readonly fault: string | undefined; readonly submit: Html },
): Html {
  const words = pageWords(language);
  const { q, found, named } = choice;
  const shown = [...q].slice(0, 80).join('');
  const offered = named && found.length === 0 ? [named] : found;
  return html`<h1>${words('q.parcel.title')}</h1>
<form class="question" action="/requests/new/parcel" method="get" role="search">
<label for="q">${words('ask.label')}</label>
<div class="box">
<input id="q" name="q" type="search" value="${q}" maxlength="200" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
<button type="submit" class="primary">${words('q.parcel.find')}</button>
</div>
</form>
${q !== '' && found.length === 0 && html`<p class="panel" role="status">${words('q.parcel.none', { q: shown })}</p>\n`}${
  fault !== undefined && offered.length === 0 && html`<p class="fault" id="parcel">${fault}</p>\n`
}${
  offered.length > 0 &&
  html`<form class="step" method="post" action="/requests/new/parcel" novalidate>
${choiceField({
  name: 'parcel',
  label: offered.length === 1 ? words('q.parcel.this') : words('q.parcel.choose'),
  ...(offered.length > 1 ? { hint: words('q.parcel.some') } : {}),
  fault,
  value: value ?? (offered.length === 1 ? offered[0]?.id : undefined),
  choices: offered.map((parcel) => choiceOf(parcel, language)),
})}${submit}</form>
`
}`;
}
