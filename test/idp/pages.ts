import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Decision } from './conditional-access.ts';
import { type Html, html } from './html.ts';
import { STYLE } from './style.ts';

/** A whole page, before it has an address. */
export interface Page {
  status: number;
  title: string;
  body: Html;
  /** Reload as soon as this address answers with another status than now. */
  watch?: { path: string; whileStatus: number };
}

const TIME_FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

const time = (at: number): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${TIME_FORMAT.format(at)}</time>`;

/** The page with e-mail and password. `trouble` is announced to screen readers. */
export function signInPage({ email, trouble }: { email: string; trouble: string | null }): Page {
  return {
    status: trouble ? 401 : 200,
    title: 'Sign in',
    body: html`<p class="where">Example Company</p>
<h1>Sign in</h1>
<p>to <strong>Production data</strong></p>
${trouble ? html`<p class="trouble" role="alert">${trouble}</p>` : ''}
<form method="post">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${email}"${email ? '' : html` autofocus`}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${email ? html` autofocus` : ''}>
<button type="submit">Sign in</button>
</form>
<p class="quiet">Your password alone is not enough: the device that you work on must be in order, too.</p>`,
  };
}

/** The page that says why not, since when, and what to do; it lets the person in once that has changed. */
export function refusalPage(email: string, decision: Decision & { allowed: false }, watchPath: string): Page {
  return {
    status: 403,
    title: 'Access refused',
    watch: { path: watchPath, whileStatus: 403 },
    body: html`<p class="where">Example Company</p>
<h1><span class="mark refused" aria-hidden="true">✕</span> Access refused</h1>
<p><strong>${email}</strong>: ${decision.headline}</p>
<h2>Why</h2>
<ul class="reasons">${decision.refusals.map(
      ({ reason, since, deviceId }) => html`<li><p class="reason">${reason}</p>
${since === null ? '' : html`<p class="quiet">Since ${time(since)}</p>`}
${deviceId === null ? '' : html`<p class="quiet">Device ${deviceId}</p>`}</li>`,
    )}</ul>
<h2>What to do</h2>
<ol>${decision.whatToDo.map((step) => html`<li>${step}</li>`)}</ol>
<p><a class="button" href="">Try again</a></p>
<p class="quiet" role="status">This page looks again by itself, about once a second.</p>`,
  };
}

/** What the sign-in protects. */
export function productionDataPage(person: { name: string; email: string }): Page {
  const rows = [
    ['Orders today', '1,284'],
    ['Revenue today', '€ 86,310'],
    ['Open incidents', '0'],
  ];
  return {
    status: 200,
    title: 'Production data',
    watch: { path: '/app/session', whileStatus: 200 },
    body: html`<p class="where">Example Company</p>
<h1><span class="mark allowed" aria-hidden="true">✓</span> Production data</h1>
<p>Signed in as <strong>${person.name}</strong> (${person.email}), from a device that is in order.</p>
<table><caption>Made-up figures, for the demonstration</caption>
<tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name ?? ''}</th><td>${value ?? ''}</td></tr>`)}</tbody></table>
<p class="quiet">Access ends within a second when the device falls out of order.</p>`,
  };
}

export function errorPage(detail: string): Page {
  return {
    status: 400,
    title: 'Sign-in did not work',
    body: html`<p class="where">Example Company</p>
<h1>Sign-in did not work</h1>
<p role="alert">${detail}</p>
<p><a class="button" href="/app">Start again</a></p>`,
  };
}

const watcher = ({ path, whileStatus }: { path: string; whileStatus: number }): string => `
const look = async () => {
  const answer = await fetch(${JSON.stringify(path)}, { cache: 'no-store' }).catch(() => null);
  if (answer && answer.status !== ${whileStatus}) location.reload();
  else setTimeout(look, 700);
};
setTimeout(look, 700);`;

/** Sends a page that may run and load nothing but itself. */
export function sendPage(response: ServerResponse, { status, title, body, watch }: Page): void {
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  });
  response.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${html`${title}`.text} – Example Company</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
${body.text}
</main>
${watch ? `<script nonce="${nonce}">${watcher(watch)}</script>` : ''}
</body>
</html>
`);
}
