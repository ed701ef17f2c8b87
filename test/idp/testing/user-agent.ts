interface Cookie {
  value: string;
  path: string;
}

/** An answer as a browser shows it: after redirects, with the address it ended at. */
export interface Shown {
  status: number;
  url: URL;
  text: string;
}

const MAX_REDIRECTS = 12;

/** A browser without a screen: keeps cookies by path, follows redirects. One origin only. */
export function createUserAgent() {
  const cookies = new Map<string, Cookie>();

  function remember(header: string): void {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split('=', 2);
    const attribute = (wanted: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/';
    const expires = attribute('expires');
    if (value === '' || (expires && Date.parse(expires) < Date.now())) cookies.delete(`${name} ${path}`);
    else cookies.set(`${name} ${path}`, { value, path });
  }

  const cookiesFor = (path: string): string =>
    [...cookies]
      .filter(([, cookie]) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, '/')))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');

  async function request(url: URL, init: RequestInit): Promise<Response> {
    const headers = { cookie: cookiesFor(url.pathname) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const header of response.headers.getSetCookie()) remember(header);
    return response;
  }

  async function follow(start: URL, init: RequestInit, stopAt?: RegExp): Promise<Shown> {
    let url = start;
    let response = await request(url, init);
    for (let hop = 0; response.headers.has('location') && hop < MAX_REDIRECTS; hop += 1) {
      url = new URL(response.headers.get('location') ?? '', url);
      if (stopAt?.test(url.pathname)) break;
      response = await request(url, {});
    }
    return { status: response.status, url, text: await response.text() };
  }

  return {
    open: (url: string | URL) => follow(new URL(url), {}),
    /** With `stopAt`, a redirect to such a path is reported as `url` and not followed. */
    submit: (url: string | URL, form: Readonly<Record<string, string>>, stopAt?: RegExp) =>
      follow(new URL(url), { method: 'POST', body: new URLSearchParams(form) }, stopAt),
  };
}
