/** Look of the identity provider's pages, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f3f5f9; --card: #fff; --ink: #16202e; --soft: #52606f; --line: #c6cdd8;
  --accent: #1d4fc4; --on-accent: #fff; --bad: #b3261e; --bad-bg: #fdecea; --good: #1a6b39; }
@media (prefers-color-scheme: dark) {
  :root { --page: #10151d; --card: #19212c; --ink: #e8edf4; --soft: #a3b0c0; --line: #3a4656;
    --accent: #8fb3ff; --on-accent: #0b1526; --bad: #ff9d94; --bad-bg: #3a1d1b; --good: #7fd6a0; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--page);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(100%, 30rem); padding: 2rem; background: var(--card); border: 1px solid var(--line);
  border-radius: 0.75rem; box-shadow: 0 8px 30px rgb(16 32 64 / 8%); overflow-wrap: anywhere; }
h1 { margin: 0.25rem 0 0.5rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 0.25rem; font-size: 1rem; }
p { margin: 0.5rem 0; }
.where { margin: 0; color: var(--soft); font-size: 0.85rem; letter-spacing: 0.04em; }
.quiet { color: var(--soft); font-size: 0.9rem; }
.mark { font-size: 1.3rem; } .mark.refused { color: var(--bad); } .mark.allowed { color: var(--good); }
.trouble, .reasons > li { margin: 0.75rem 0; padding: 0.6rem 0.9rem; background: var(--bad-bg);
  border-left: 4px solid var(--bad); border-radius: 0.25rem; }
.reasons { margin: 0; padding: 0; list-style: none; }
.reasons p { margin: 0.15rem 0; } .reason { white-space: pre-line; }
ol { margin: 0.25rem 0 1rem; padding-left: 1.3rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input { width: 100%; margin-top: 0.25rem; padding: 0.6rem 0.75rem; font: inherit; color: inherit;
  background: var(--page); border: 1px solid var(--soft); border-radius: 0.4rem; }
button, .button { display: inline-block; margin-top: 1.25rem; padding: 0.6rem 1.3rem; font: inherit; font-weight: 600;
  color: var(--on-accent); background: var(--accent); border: 0; border-radius: 0.4rem; text-decoration: none;
  cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; }
caption { text-align: left; color: var(--soft); font-size: 0.9rem; }
th, td { padding: 0.5rem 0; border-bottom: 1px solid var(--line); text-align: left; font-weight: 500; }
td { text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; }
`;
