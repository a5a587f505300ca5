import { goDuration, goTime, parseGoDuration } from '../../../../src/core/schema/go/duration';
import { Misread } from '../../../../src/core/schema/go/go-type';

const SECOND = 1e9;

describe('Go\'s durations', () => {
  test.each<[string, number | undefined]>([
    ['0', 0], ['+0', 0], ['5s', 5 * SECOND], ['1m30s', 90 * SECOND], ['1.5h', 5400 * SECOND], ['.5s', SECOND / 2], ['1.s', SECOND], ['-2ms', -2e6], ['+3us', 3000],
    ['4µs', 4000], ['4μs', 4000], ['7ns', 7], ['1h1h', 7200 * SECOND], ['', undefined], ['-', undefined], ['5', undefined], ['s', undefined], ['.s', undefined], ['5 s', undefined],
    ['5d', undefined], ['1e3s', undefined], ['99999999999h', undefined], ['5sx', undefined],
  ])('%j is %p nanoseconds', (text, nanoseconds) => {
    expect(parseGoDuration(text)).toBe(nanoseconds);
  });

  test('a list is no duration, and no time', () => {
    expect(goDuration.read([])).toBeInstanceOf(Misread);
    expect(goTime.read([])).toBeInstanceOf(Misread);
  });
});
