import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { ListedConnections, ListedEnds } from '../../../../src/core/policy/connectivity';
import { connectivityHtml, SCRIPT, STYLE } from '../../../../src/core/policy/connectivity/print-html';

const ends = (...workloads: string[]): ListedEnds => ({ namespaces: [], workloads, blocks: [], outside: [] });
const row = (parts: Partial<ListedConnections>): ListedConnections =>
  ({ ipVersion: 4, sources: ends('Pod a/b'), destinations: ends('Pod c/d'), allowed: ['TCP 80'], assumedAllowed: [], assumedDenied: [], ...parts });

/** Names that would break out of a page. */
const HOSTILE = [
  '<script>alert(1)</script>', '</ul></td></tr></table><img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', '\' onfocus=alert(1) \'', '&lt;b&gt;', '-->',
  ']]><b>', '\u202Eevil', 'a\u0000b', 'line\nbreak', '\u001b[31mred', 'javascript:alert(1)', '</style><b>', '</title><b>', '${x}', '`', '\u2028', '\uD800',
];

test('a page has a row for each connection, and what isn\'t certain is marked', () => {
  const page = connectivityHtml([
    row({ sources: { namespaces: ['shop'], workloads: ['Pod a/b'], blocks: ['10.0.0.0/8'], outside: ['10.0.0.0/8'] } }),
    row({ ipVersion: 6, assumedAllowed: ['UDP 53'], assumedDenied: ['SCTP'] }),
  ], ['an address isn\'t known']);
  expect(page.split('\n').filter((line) => /^<(tr|h2|ul)/.test(line))).toEqual([
    '<tr><td>IPv4</td><td><ul><li>namespace shop</li><li>Pod a/b</li><li>10.0.0.0/8</li></ul></td><td><ul><li>Pod c/d</li></ul></td><td><ul><li>TCP 80</li></ul></td></tr>',
    '<tr><td>IPv6</td><td><ul><li>Pod a/b</li></ul></td><td><ul><li>Pod c/d</li></ul></td><td><ul><li>TCP 80</li>'
      + '<li class="open">UDP 53 (not certain, as far as is known allowed)</li><li class="open">SCTP (not certain, as far as is known denied)</li></ul></td></tr>',
    '<h2>What isn\'t known</h2>',
    '<ul><li>an address isn&#39;t known</li></ul>',
  ]);
  expect(connectivityHtml([row({})], ['unused'])).not.toContain('<h2>');
});

test('what comes from a manifest is text of the page, and nothing else', () => {
  const empty = connectivityHtml([row({ sources: ends('NAME'), assumedDenied: ['x'] })], ['NAME']);
  for (const name of HOSTILE) {
    const page = connectivityHtml([row({ sources: ends(name), assumedDenied: ['x'] })], [name]);
    const [, shown] = /<tr><td>IPv4<\/td><td><ul><li>([^<>"']*)<\/li><\/ul><\/td>/.exec(page)!;
    expect(page.replaceAll(`<li>${shown}</li>`, '<li>NAME</li>')).toBe(empty);
    expect(shown.replace(/&(amp|lt|gt|quot|#39);/g, '')).toMatch(/^[^&<>"'\p{C}\u2028\u2029]*$/u);
  }
});

test('a page loads nothing, and only its own style and script are let in', () => {
  const page = connectivityHtml([row({})], []);
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');
  expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]).toBe(
    `default-src 'none'; style-src 'sha256-${hashOf(STYLE)}'; script-src 'sha256-${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`);
  expect(page).toContain(`<style>${STYLE}</style>`);
  expect(page).toContain(`<script>${SCRIPT}</script>`);
  expect(page).not.toMatch(/https?:|src=|href=| on\w+=| style=/);
});

test('the script hides rows that don\'t hold every word of the filter', () => {
  const rows = ['IPv4 Pod a/web Pod a/api TCP 80', 'IPv4 Pod a/web Pod b/DNS UDP 53', 'IPv6 Pod c/x Pod c/y'].map((textContent) => ({ textContent, hidden: false }));
  let listen = (): void => undefined;
  const filter = { value: '', hidden: true, addEventListener: (_: string, listener: () => void) => (listen = listener) };
  const count = { textContent: '' };
  runInNewContext(SCRIPT, { document: { getElementById: (id: string) => (id === 'filter' ? filter : count), querySelectorAll: () => rows } });
  const shownFor = (value: string): unknown => {
    filter.value = value;
    listen();
    return [rows.map(({ hidden }) => !hidden), count.textContent];
  };
  expect(filter.hidden).toBe(false);
  expect([shownFor(''), shownFor(' a/WEB  dns '), shownFor('nothing'), shownFor('ipv6')]).toEqual([
    [[true, true, true], '3 of 3'], [[false, true, false], '1 of 3'], [[false, false, false], '0 of 3'], [[false, false, true], '1 of 3'],
  ]);
});
