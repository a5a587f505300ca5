import { detached } from '../../src/gate/detached';

test('is equal, and the same nowhere', () => {
  const value = { text: 'a text that is long enough to be a view', list: [1, null, true, { short: 'a' }], ['__proto__']: { polluted: 1 }, lone: 'a long text with \ud800 in it' };
  const copy = detached(value);
  expect(copy).toEqual(value);
  expect(Object.keys(copy)).toEqual(Object.keys(value));
  expect(copy.list).not.toBe(value.list);
  expect(copy.list[3]).not.toBe(value.list[3]);
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
});

test('what is shared stays shared', () => {
  const shared = { a: ['x'] };
  const copy = detached({ first: shared, second: shared });
  expect(copy.first).toBe(copy.second);
});

test('depth is no matter', () => {
  let deep: unknown[] = [];
  for (let level = 0; level < 100_000; level++) {
    deep = [deep];
  }
  let copy = detached(deep);
  for (let level = 0; level < 100_000; level++) {
    copy = copy[0] as unknown[];
  }
  expect(copy).toEqual([]);
});
