import { Progress } from '../../src/cli/progress';
import { Output } from '../../src/cli/terminal';

function outputOf(written: string[], isTTY: boolean): Output {
  return { isTTY, columns: 20, write: (text) => written.push(text) > 0, once: () => undefined, on: () => undefined };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('shows a line that fits after half a second, ten times a second, and takes it away', () => {
  const written: string[] = [];
  const progress = new Progress(outputOf(written, true));
  progress.update(() => 'too early');
  jest.advanceTimersByTime(500);
  progress.update(() => '1 of 1,000 files checked; 3 % of the next');
  progress.update(() => 'too soon');
  jest.advanceTimersByTime(100);
  progress.update(() => '2 of 1,000');
  progress.clear();
  progress.clear();
  expect(written).toEqual(['\r\u001b[K1 of 1,000 files ch', '\r\u001b[K2 of 1,000', '\r\u001b[K']);
});

test('writes nothing where there is no terminal', () => {
  const written: string[] = [];
  const progress = new Progress(outputOf(written, false));
  jest.advanceTimersByTime(1000);
  progress.update(() => '1 of 2');
  progress.clear();
  expect(written).toEqual([]);
});
