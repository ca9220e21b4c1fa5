/** A browser without a screen: keeps cookies, follows redirects, fills in forms. For sign-ins over real HTTP. */

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Visitor {
  readonly cookies: Map<string, string>;
  /** One request, no redirect followed. Cookies go to whatever host: there is one machine. */
  ask(url: string, init?: RequestInit): Promise<Response>;
  /** Follows redirects to the page at their end. */
  go(url: string, init?: RequestInit): Promise<Page>;
  /** Fills in the page's first form and follows where it leads. */
  submit(page: Page, fields: Readonly<Record<string, string>>): Promise<Page>;
}

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
const attribute = (tag: string, name: string) => decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** Cookies by origin and name; an expired one is dropped. Paths and flags are the browser's business, not ours. */
function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...rest] = line.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const gone = rest.some((part) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(part));
    if (gone) cookies.delete(name);
    else cookies.set(name, pair.slice(at + 1));
  }
}

export function createVisitor(headers: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>();
  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...headers, ...(cookie ? { cookie } : {}), ...init.headers },
    });
    keepCookies(cookies, response);
    return response;
  }
  async function go(url: string, init?: RequestInit): Promise<Page> {
    let at = url;
    let response = await ask(at, init);
    for (let hop = 0; hop < 12 && response.status >= 300 && response.status < 400; hop += 1) {
      await response.text();
      at = new URL(response.headers.get('location') ?? '', at).href;
      response = await ask(at);
    }
    return { url: at, status: response.status, headers: response.headers, text: await response.text() };
  }
  return {
    cookies,
    ask,
    go,
    submit(page, fields) {
      const form = /<form\b[^>]*>/.exec(page.text)?.[0];
      if (!form) throw new Error(`no form at ${page.url} (${page.status})`);
      const hidden = [...page.text.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(
        ([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')] as const,
      );
      return go(new URL(attribute(form, 'action'), page.url).href, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ ...Object.fromEntries(hidden), ...fields }),
      });
    },
  };
}
