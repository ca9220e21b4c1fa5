import { type Contract, problemsOf, SHARED_PROBLEMS } from '../domain/contract/contract.ts';
import { openApiPath } from '../domain/contract/openapi.ts';
import { PROBLEM_CODES, PROBLEM_STATUS, type ProblemCode } from '../domain/problem/problem.ts';
import { PROBLEM_TEXT } from '../domain/problem/problem-text.ts';
import { type Html, html } from '../domain/words/html.ts';
import type { Language } from '../domain/words/language.ts';

const WORDS = {
  vi: {
    title: 'Giao diện dữ liệu của Địa Bạ',
    machine: 'Bản mô tả cho máy (OpenAPI 3.1)',
    parameter: 'Tham số',
    meaning: 'Ý nghĩa',
    replies: 'Trả lời',
    shape: 'Cấu trúc của trả lời 200',
    problems: 'Mã lỗi',
    code: 'Mã',
    shared: 'Mọi địa chỉ còn có thể trả lời',
    try: 'Thử',
    who: 'Ai được dùng',
    inCommune: 'trong các xã, phường mình phụ trách',
    body: 'Nội dung gửi lên',
  },
  en: {
    title: 'Data interface of Địa Bạ',
    machine: 'Description for programs (OpenAPI 3.1)',
    parameter: 'Parameter',
    meaning: 'Meaning',
    replies: 'Replies',
    shape: 'Shape of the 200 reply',
    problems: 'Problem codes',
    code: 'Code',
    shared: 'Every address may also answer',
    try: 'Try',
    who: 'Who may',
    inCommune: 'within the communes they serve',
    body: 'Request body',
  },
} as const;

const STYLE = `:root{color-scheme:light dark;--ground:#FBF9F4;--ink:#1D2421;--quiet:#5A645F;--accent:#0B6B4F;--line:#d9d5c9}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--ground:#14181B;--ink:#ECEFEA;--quiet:#9BA6A0;--accent:#4CC79B;--line:#333b40}}
:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark;--ground:#14181B;--ink:#ECEFEA;--quiet:#9BA6A0;--accent:#4CC79B;--line:#333b40}
body{margin:0 auto;max-width:60rem;padding:1.5rem;background:var(--ground);color:var(--ink);font:1rem/1.55 'Be Vietnam Pro',system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--accent)}h2{margin:2.5rem 0 .25rem;font-size:1.1rem;overflow-wrap:anywhere}h2 code{font-size:1rem}td,code{overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.75rem 0}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--quiet)}pre{overflow-x:auto;padding:1rem;border:1px solid var(--line);font-size:.85rem}`;

interface Described {
  readonly type?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

function meaning(schema: Described): string {
  const range =
    schema.minimum === undefined && schema.maximum === undefined
      ? ''
      : `${schema.minimum ?? ''}–${schema.maximum ?? ''}`;
  const parts = [schema.description, schema.format ?? schema.type, schema.pattern, schema.enum?.join(' | '), range];
  return parts.filter(Boolean).map(String).join(' · ');
}

function door(contract: Contract, language: Language): Html {
  const words = WORDS[language];
  const fields = [...Object.entries(contract.params.properties), ...Object.entries(contract.query.properties)];
  const others = Object.entries(contract.otherReplies).map(([status, { description }]) => `${status}: ${description}`);
  const { right, method } = contract;
  const own = problemsOf(contract).filter((code) => !SHARED_PROBLEMS.includes(code));
  const problems = own.map((code) => html` <a href="#${code}">${PROBLEM_STATUS[code]} ${code}</a>`);
  // Doors that need something said cannot be tried by their bare address.
  const asks = Object.keys(contract.params.properties).length > 0 || (contract.query.required ?? []).length > 0;
  return html`<section id="${contract.id}">
<h2><code>${contract.method} ${openApiPath(contract.path)}</code></h2>
<p>${contract.summary}.${!asks && contract.path !== '/' && right === 'public' && method === 'GET' && html` <a href="${contract.path}">${words.try}</a>`}</p>
${right !== 'public' && html`<p>${words.who}: ${right.roles.join(', ')}${right.scope === 'commune' && ` (${words.inCommune})`}</p>`}
${contract.body && html`<details><summary>${words.body}: ${contract.bodyMedia}</summary><pre tabindex="0">${JSON.stringify(contract.body, null, 2)}</pre></details>`}
${
  fields.length > 0 &&
  html`<table><tr><th scope="col">${words.parameter}</th><th scope="col">${words.meaning}</th></tr>
${fields.map(([name, schema]) => html`<tr><td><code>${name}</code></td><td>${meaning(schema as Described)}</td></tr>`)}</table>`
}
<p>${words.replies}: ${contract.status} ${contract.media}${others.map((text) => html`; ${text}`)}${problems.length > 0 && [';', ...problems]}</p>
${contract.media === 'application/json' && html`<details><summary>${words.shape}</summary><pre tabindex="0">${JSON.stringify(contract.reply, null, 2)}</pre></details>`}
</section>`;
}

function problemRow(code: ProblemCode, language: Language): Html {
  const [title, detail] = PROBLEM_TEXT[code][language];
  return html`<tr id="${code}"><td>${PROBLEM_STATUS[code]}</td><td><code>${code}</code></td><td><b>${title}.</b> ${detail}</td></tr>`;
}

/** The description as a page: no script, nothing from elsewhere; each problem code has its anchor. */
export function docsPage(page: {
  contracts: readonly Contract[];
  language: Language;
  theme: string;
  nonce: string;
}): Html {
  const words = WORDS[page.language];
  return html`<!doctype html>
<html lang="${page.language}" data-theme="${page.theme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title>
<link rel="icon" href="data:,"><style nonce="${page.nonce}">${{ markup: STYLE }}</style></head>
<body>
<header><a href="/" lang="vi">Địa Bạ</a></header>
<main>
<h1>${words.title}</h1>
<p><a href="/api/openapi.json">${words.machine}</a></p>
${page.contracts.map((contract) => door(contract, page.language))}
<h2 id="problems">${words.problems}</h2>
<p>${words.shared}: ${SHARED_PROBLEMS.map((code) => html`<a href="#${code}">${code}</a> `)}</p>
<table><tr><th scope="col">HTTP</th><th scope="col">${words.code}</th><th scope="col">${words.meaning}</th></tr>
${PROBLEM_CODES.map((code) => problemRow(code, page.language))}</table>
</main>
</body>
</html>
`;
}
