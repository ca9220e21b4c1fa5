import { type Html, html } from '../../domain/html.ts';
import type { Language } from '../../domain/language.ts';
import type { RegisterDescription } from '../../registry/describe-register.ts';
import type { Island } from '../built-web.ts';

const WORDS = {
  vi: {
    title: 'Địa Bạ · Bản đồ địa chính',
    heading: 'Bản đồ thửa đất đã đăng ký',
    lead: 'Chạm hoặc bấm vào một thửa để xem số tờ, số thửa, diện tích và loại đất. Bản đồ không cho biết ai là người sử dụng đất.',
    skip: 'Tới bản đồ',
    otherLanguage: 'English',
    dataAsOf: 'Dữ liệu đến',
    empty: 'Chưa có thửa đất nào được đăng ký.',
    noScript: 'Bản đồ cần JavaScript. Bạn vẫn có thể tra cứu thửa đất qua giao diện dữ liệu:',
    notBuilt: 'Phần bản đồ của trang này chưa được dựng (vite build web).',
    api: 'Giao diện dữ liệu cho lập trình viên',
  },
  en: {
    title: 'Địa Bạ · Cadastral map',
    heading: 'Map of registered parcels',
    lead: 'Tap or click a parcel for its sheet, number, area and land use. The map does not say whose land it is.',
    skip: 'To the map',
    otherLanguage: 'Tiếng Việt',
    dataAsOf: 'Data as of',
    empty: 'No parcel is registered yet.',
    noScript: 'The map needs JavaScript. You can still look up parcels through the data interface:',
    notBuilt: 'The map of this page has not been built (vite build web).',
    api: 'Data interface for programmers',
  },
} as const;

export interface HomePage {
  readonly language: Language;
  readonly nonce: string;
  readonly island: Island | undefined;
  readonly register: RegisterDescription;
}

function moment(date: Date, language: Language): string {
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  return date.toLocaleString(locale, { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'long', timeStyle: 'short' });
}

/** The first page: the map of what is registered. The script turns #map into it; all else is readable without. */
export function homePage({ language, nonce, island, register }: HomePage): Html {
  const words = WORDS[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const extent = register.extent?.map((degrees) => degrees.toFixed(5)).join(',') ?? '';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${words.lead}">
<title>${words.title}</title>
<link rel="icon" href="data:,">
${island?.styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${island && html`<script type="module" src="${island.script}" nonce="${nonce}"></script>`}
</head>
<body>
<a class="skip" href="#map">${words.skip}</a>
<header class="top">
<p class="wordmark">Địa Bạ</p>
<h1>${words.heading}</h1>
<a class="language" href="/?lang=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
</header>
<main>
<p class="lead">${words.lead}</p>
<div class="stage">
<div id="map" class="map" data-extent="${extent}">
<noscript><p class="notice">${words.noScript} <a href="/api/docs">/api/docs</a></p></noscript>
${!island && html`<p class="notice">${words.notBuilt}</p>`}
</div>
</div>
</main>
<footer class="bottom">
<p>${register.dataAsOf ? [words.dataAsOf, ' ', html`<time datetime="${register.dataAsOf.toISOString()}">${moment(register.dataAsOf, language)}</time>`] : words.empty}</p>
<p><a href="/api/docs">${words.api}</a></p>
</footer>
</body>
</html>
`;
}
