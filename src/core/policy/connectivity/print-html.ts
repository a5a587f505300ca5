import { itemsOf, ListedConnections } from './list-connectivity';
import { escapeForDisplay } from '../../findings';

/*
 * A page that stands alone: it loads nothing, works without a network and without scripts, and holds no text of a manifest but as text. The policy
 * of its contents lets only this style and this script in, by their hashes.
 */

/** Its hash is in `CONTENT_POLICY`; so is the script's. */
export const STYLE = `:root{color-scheme:light dark}
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding-bottom:.5rem}
th,td{border-bottom:1px solid #8886;padding:.35rem .6rem;text-align:left;vertical-align:top}
thead th{position:sticky;top:0;background:Canvas}
ul{list-style:none;margin:0;padding:0}
input{font:inherit;padding:.3rem .5rem;width:min(30rem,100%)}
.open{font-style:italic}
`;

/** Hides rows that don't hold every word of the filter. */
export const SCRIPT = `'use strict';
const filter = document.getElementById('filter');
const count = document.getElementById('count');
const rows = Array.from(document.querySelectorAll('tbody tr'));
const texts = rows.map((row) => row.textContent.toLowerCase());
const show = () => {
  const words = filter.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
  let shown = 0;
  rows.forEach((row, index) => {
    row.hidden = !words.every((word) => texts[index].includes(word));
    shown += row.hidden ? 0 : 1;
  });
  count.textContent = shown + ' of ' + rows.length;
};
filter.addEventListener('input', show);
filter.hidden = false;
show();
`;

const CONTENT_POLICY = "default-src 'none'; style-src 'sha256-EUqsALQqUGrdG3JENWTwO4RzJx039tflS/9W1Q4tMUM='; script-src 'sha256-yHP1uwpj/7duRtUB3UrSD6fcvqXJoSQo6mYWvGpmJSU='; base-uri 'none'; form-action 'none'";

/** Who reaches whom as a page with a table. Whatever comes from a manifest is escaped, for the page and for the eye. Grows with the rows. */
export function connectivityHtml(rows: readonly ListedConnections[], open: readonly string[]): string {
  const isOpen = rows.some(({ assumedAllowed, assumedDenied }) => assumedAllowed.length + assumedDenied.length > 0);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Who reaches whom</title>',
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<h1>Who reaches whom</h1>',
    '<p><input id="filter" type="search" placeholder="Filter: namespace, workload, address, port" aria-label="Filter" hidden> <span id="count" role="status"></span></p>',
    '<table>',
    '<caption>What isn\'t listed doesn\'t pass. Between two addresses outside, the policies of the cluster have no say.</caption>',
    '<thead><tr><th scope="col">IP</th><th scope="col">From</th><th scope="col">To</th><th scope="col">What passes</th></tr></thead>',
    '<tbody>',
    ...rows.map(rowHtml),
    '</tbody>',
    '</table>',
    ...(isOpen && open.length > 0 ? ['<h2>What isn\'t known</h2>', `<ul>${open.map(itemHtml).join('')}</ul>`] : []),
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function rowHtml({ ipVersion, sources, destinations, allowed, assumedAllowed, assumedDenied }: ListedConnections): string {
  const passes = [
    ...allowed.map(itemHtml),
    ...assumedAllowed.map((text) => openHtml(text, 'as far as is known allowed')),
    ...assumedDenied.map((text) => openHtml(text, 'as far as is known denied')),
  ];
  const cells = [itemsOf(sources).map(itemHtml), itemsOf(destinations).map(itemHtml), passes].map((items) => `<td><ul>${items.join('')}</ul></td>`);
  return `<tr><td>IPv${ipVersion}</td>${cells.join('')}</tr>`;
}

function itemHtml(text: string): string {
  return `<li>${escapeHtml(text)}</li>`;
}

function openHtml(text: string, what: string): string {
  return `<li class="open">${escapeHtml(text)} (not certain, ${what})</li>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

function escapeHtml(text: string): string {
  return escapeForDisplay(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
