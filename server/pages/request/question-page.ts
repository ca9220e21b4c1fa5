import { INFORMATION_BLOCKS } from '../../domain/paper.ts';
import { REQUEST_BOUNDS, REQUEST_KINDS, type RequestKind } from '../../domain/request/paper-request.ts';
import { type AnswerFaults, type Form, questionsOf, type RequestQuestion } from '../../domain/request/request-draft.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { type PageWordKey, pageWords } from '../words.ts';
import { checksField, choiceField, longField, textField } from './form-field.ts';
import { type ParcelChoice, parcelQuestion } from './parcel-question.ts';
import { type SaidFaults, stepPage } from './step-page.ts';

export interface QuestionFacts {
  readonly question: RequestQuestion;
  /** Kind of paper, once it is chosen: what is asked depends on it. */
  readonly kind: RequestKind | undefined;
  /** What stands in the fields. */
  readonly form: Form;
  readonly faults?: AnswerFaults | undefined;
  /** For the question about the parcel. */
  readonly choice?: ParcelChoice | undefined;
}

/** Faults in words, by field. */
export function sayFaults(question: RequestQuestion, faults: AnswerFaults, language: Language): SaidFaults {
  const words = pageWords(language);
  const most = (name: string) =>
    String(REQUEST_BOUNDS[(name === 'post' ? 'address' : name) as keyof typeof REQUEST_BOUNDS] ?? '');
  return Object.fromEntries(
    Object.entries(faults).map(([name, fault]) => {
      const key = name === 'kind' && question === 'who' ? `q.kind.who.${fault}` : `q.${name}.${fault}`;
      return [name, words(key as PageWordKey, { most: most(name) })];
    }),
  );
}

interface Ask {
  readonly form: Form;
  readonly said: SaidFaults;
  readonly language: Language;
}

function whoFields({ form, said, language }: Ask): Html {
  const words = pageWords(language);
  return html`<h1>${words('q.who.title')}</h1>
<p class="panel">${words('q.who.note')}</p>
${choiceField({
  name: 'kind',
  label: words('q.kind'),
  fault: said.kind,
  value: form.kind,
  choices: [
    { value: 'person', label: words('q.kind.person') },
    { value: 'organisation', label: words('q.kind.organisation') },
  ],
})}${textField({ name: 'name', label: words('q.name'), value: form.name, fault: said.name, autocomplete: 'name' })}${textField(
  {
    name: 'number',
    label: words('q.number'),
    hint: words('q.number.hint'),
    value: form.number,
    fault: said.number,
    inputmode: 'text',
    width: 20,
  },
)}${textField({ name: 'address', label: words('q.address'), value: form.address, fault: said.address, autocomplete: 'street-address' })}`;
}

function contactFields({ form, said, language }: Ask): Html {
  const words = pageWords(language);
  const optional = words('step.optional');
  return html`<h1>${words('q.contact.title')}</h1>
<p>${words('q.contact.note')}</p>
${textField({ name: 'email', label: `${words('q.email')} ${optional}`, value: form.email, fault: said.email, type: 'email', autocomplete: 'email' })}${textField(
  {
    name: 'phone',
    label: `${words('q.phone')} ${optional}`,
    value: form.phone,
    fault: said.phone,
    type: 'tel',
    autocomplete: 'tel',
    width: 16,
  },
)}`;
}

function deliveryFields({ form, said, language }: Ask): Html {
  const words = pageWords(language);
  return html`${choiceField({
    name: 'way',
    label: words('q.delivery.title'),
    heading: true,
    fault: said.way,
    value: form.way,
    choices: (['download', 'counter', 'post'] as const).map((way) => ({
      value: way,
      label: words(`q.way.${way}`),
      hint: words(`q.way.${way}.hint`),
    })),
  })}${textField({ name: 'copies', label: words('q.copies'), hint: words('q.copies.hint'), value: form.copies, fault: said.copies, inputmode: 'numeric', width: 3 })}${textField(
    {
      name: 'post',
      label: words('q.post'),
      hint: words('q.post.hint'),
      value: form.post,
      fault: said.post,
      autocomplete: 'street-address',
    },
  )}`;
}

const FIELDS: Record<Exclude<RequestQuestion, 'parcel'>, (ask: Ask) => Html> = {
  paper: ({ form, said, language }) => {
    const words = pageWords(language);
    return choiceField({
      name: 'kind',
      label: words('q.paper.title'),
      heading: true,
      fault: said.kind,
      value: form.kind,
      choices: REQUEST_KINDS.map((kind) => ({
        value: kind,
        label: words(`q.paper.${kind}`),
        hint: words(`q.paper.${kind}.hint`),
      })),
    });
  },
  blocks: ({ form, said, language }) => {
    const words = pageWords(language);
    return checksField({
      name: 'blocks',
      label: words('q.blocks.title'),
      heading: true,
      hint: words('q.blocks.hint'),
      fault: said.blocks,
      choices: INFORMATION_BLOCKS.map((block) => ({
        name: `block-${block}`,
        label: words(`q.block.${block}`),
        hint: words(`q.block.${block}.hint`),
        checked: form[`block-${block}`] === 'yes',
      })),
    });
  },
  certificate: ({ form, said, language }) => {
    const words = pageWords(language);
    return html`<h1>${words('q.certificate.title')}</h1>
<p class="panel">${words('q.certificate.note')}</p>
${textField({ name: 'serial', label: `${words('q.serial')} ${words('step.optional')}`, hint: words('q.serial.hint'), value: form.serial, fault: said.serial, width: 20 })}`;
  },
  who: whoFields,
  contact: contactFields,
  purpose: ({ form, said, language }) => {
    const words = pageWords(language);
    return longField({
      name: 'purpose',
      label: words('q.purpose.title'),
      hint: words('q.purpose.hint', { most: String(REQUEST_BOUNDS.purpose) }),
      value: form.purpose,
      fault: said.purpose,
    });
  },
  delivery: deliveryFields,
};

/** One question of asking for a paper. */
export function questionPage(frame: PageFrame, { question, kind, form, faults = {}, choice }: QuestionFacts): Html {
  const { language } = frame;
  const words = pageWords(language);
  const questions = questionsOf({ kind });
  const at = questions.indexOf(question);
  const said = sayFaults(question, faults, language);
  const submit = html`<p class="actions"><button type="submit" class="primary">${words('step.next')}</button></p>\n`;
  const count = html`<p class="quiet">${words('step.of', { n: String(at + 1), all: String(questions.length) })}</p>\n`;
  const body =
    question === 'parcel'
      ? parcelQuestion(choice ?? { q: '', found: [] }, language, { value: form.parcel, fault: said.parcel, submit })
      : html`<form class="step" method="post" action="/requests/new/${question}" novalidate>
${FIELDS[question]({ form, said, language })}${submit}</form>
`;
  return stepPage(frame, {
    title: words(`q.${question}.title`),
    back: at === 0 ? '/requests' : `/requests/new/${questions[at - 1]}`,
    faults: said,
    body: html`${count}${body}`,
  });
}
