/** Fields of a form, each with its label, its hint and what is wrong with it; readable and usable without a script. */
import { type Html, html } from '../../domain/words/html.ts';

export interface FieldFacts {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was typed. */
  readonly fault?: string | undefined;
}

const described = ({ name, hint, fault }: FieldFacts): Html | null => {
  const ids = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return ids === '' ? null : html` aria-describedby="${ids}"`;
};

const notes = ({ name, hint, fault }: FieldFacts): Html =>
  html`${hint && html`<p class="help" id="${name}-hint">${hint}</p>\n`}${fault && html`<p class="fault" id="${name}-fault">${fault}</p>\n`}`;

interface TextFacts extends FieldFacts {
  readonly value: string | undefined;
  readonly type?: 'text' | 'tel' | 'email';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'text';
  /** Characters that what is typed usually has: the width of the field. */
  readonly width?: number;
}

/** One line. No limit of the browser's own: what is too long is said, not cut. */
export function textField(field: TextFacts): Html {
  const { name, label, value = '', type = 'text', autocomplete = 'off', inputmode, width, fault } = field;
  return html`<div class="field"${fault && html` data-wrong`}>
<label for="${name}">${label}</label>
${notes(field)}<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"${inputmode && html` inputmode="${inputmode}"`}${width && html` size="${width}" data-short`} spellcheck="false"${fault && html` aria-invalid="true"`}${described(field)}>
</div>
`;
}

/** A question that is answered in a sentence: its heading is its label. */
export function longField(field: FieldFacts & { readonly value: string | undefined }): Html {
  const { name, label, value = '', fault } = field;
  return html`<div class="field"${fault && html` data-wrong`}>
<h1><label for="${name}">${label}</label></h1>
${notes(field)}<textarea id="${name}" name="${name}" rows="4"${fault && html` aria-invalid="true"`}${described(field)}>${value}</textarea>
</div>
`;
}

export interface Choice {
  readonly value: string;
  readonly label: string | Html;
  readonly hint?: string | Html | false | undefined;
  /** What else is asked when this is chosen. */
  readonly more?: Html;
}

/** Any of several, each a field of its own; `heading`: the legend is the heading of the page. */
export function checksField(
  field: FieldFacts & {
    readonly heading?: boolean;
    readonly choices: readonly {
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly checked: boolean;
    }[];
  },
): Html {
  const { name, label, choices, heading, fault } = field;
  return html`<fieldset class="field"${fault && html` data-wrong`}${described(field)}>
<legend>${heading ? html`<h1>${label}</h1>` : label}</legend>
${notes(field)}${choices.map(
  (
    choice,
    at,
  ) => html`<div class="choice"><input type="checkbox" id="${at === 0 ? name : choice.name}" name="${choice.name}" value="yes"${choice.checked && html` checked`}${choice.hint && html` aria-describedby="${choice.name}-hint"`}><label for="${at === 0 ? name : choice.name}">${choice.label}</label>
${choice.hint && html`<p class="help" id="${choice.name}-hint">${choice.hint}</p>\n`}</div>
`,
)}</fieldset>
`;
}

/** One of several; `heading`: the legend is the heading of the page. */
export function choiceField(
  field: FieldFacts & {
    readonly value: string | undefined;
    readonly choices: readonly Choice[];
    readonly heading?: boolean;
  },
): Html {
  const { name, label, value, choices, heading, fault } = field;
  return html`<fieldset class="field"${fault && html` data-wrong`}${described(field)}>
<legend>${heading ? html`<h1>${label}</h1>` : label}</legend>
${notes(field)}${choices.map(
  (
    choice,
    at,
  ) => html`<div class="choice"><input type="radio" id="${at === 0 ? name : `${name}-${at + 1}`}" name="${name}" value="${choice.value}"${choice.value === value && html` checked`}${choice.hint && html` aria-describedby="${name}-${at + 1}-hint"`}><label for="${at === 0 ? name : `${name}-${at + 1}`}">${choice.label}</label>
${choice.hint && html`<p class="help" id="${name}-${at + 1}-hint">${choice.hint}</p>\n`}${choice.more && html`<div class="more">${choice.more}</div>\n`}</div>
`,
)}</fieldset>
`;
}
