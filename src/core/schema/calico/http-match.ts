import { DecodedRule } from './decoded-policy';
import { decodedProtocol } from '../go/network-types';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

function httpWords(what: string, why: string, fix: string): Words {
  return { rule: 'resource/http-match', what, why, fix };
}

/** At `protocol` of the rule. */
export function httpNeedsTcp(protocol: unknown): Words {
  return httpWords(
    `the rule matches HTTP and its protocol is ${printValue(protocol)}`, 'HTTP is matched over TCP only, and Calico takes that by name, not as 6',
    'set protocol to TCP, or leave it out');
}

/** At `http` of the rule. */
export function httpNeedsAllow(action: unknown): Words {
  return httpWords(
    `the rule matches HTTP and its action is ${printValue(action)}`, 'HTTP can be matched by rules that allow only: what isn\'t allowed is denied',
    'set action to Allow, or remove http');
}

/** HTTP matches of a rule (`validateRule`, `validateHTTPRule`). */
export function judgeHttp(rule: DecodedRule, walk: Walk): void {
  const { http } = rule;
  if (http === undefined || http === null) {
    return;
  }
  const protocol = decodedProtocol(rule.protocol ?? undefined);
  if (protocol !== undefined && protocol !== 'TCP') {
    walk.refuse(undefined, httpNeedsTcp(rule.protocol), ['protocol']);
  }
  if (rule.action !== 'Allow') {
    walk.refuse(undefined, httpNeedsAllow(rule.action), ['http']);
  }
  const methods = http.methods ?? [];
  if (new Set(methods).size !== methods.length) {
    walk.refuse(undefined, httpWords('a method is in the list twice', 'Calico refuses repeats here', 'remove the repeat'), ['http', 'methods']);
  }
  for (const [index, path] of (http.paths ?? []).entries()) {
    judgePath(path, walk, index);
  }
}

function judgePath(path: { readonly exact?: string; readonly prefix?: string } | null, walk: Walk, index: number): void {
  const exact = path?.exact ?? '';
  const prefix = path?.prefix ?? '';
  const text = exact === '' ? prefix : exact;
  if (exact !== '' && prefix !== '') {
    walk.refuse(undefined, httpWords(
      'exact and prefix are both given', 'a path is matched in one way', 'keep one of the two; give the other an item of its own'), ['http', 'paths', index]);
  } else if (text === '') {
    walk.refuse(undefined, httpWords('neither exact nor prefix is given', 'a path without text matches nothing', 'give exact or prefix'), ['http', 'paths', index]);
  } else if (!text.startsWith('/') || /[?# ]/.test(text)) {
    walk.refuse(undefined, httpWords(
      `${printValue(text)} is no path of a request`, 'a path starts with "/" and holds neither "?" nor "#" nor a space: queries are not matched',
      text.startsWith('/') ? 'leave out what isn\'t the path' : `start it with "/": "/${text.slice(0, 60)}"`), ['http', 'paths', index]);
  }
}
