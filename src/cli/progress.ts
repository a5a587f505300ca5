import { Output } from './terminal';

const FIRST_AFTER = 500;
const AGAIN_AFTER = 100;

/** One line on a terminal that says how far a long run is, and goes away at its end. Nothing where the output is no terminal. */
export class Progress {
  private next = Date.now() + FIRST_AFTER;
  private shown = false;

  constructor(private readonly output: Output) {}

  /** Shows a line; `text` is asked for only where one is due. */
  public update(text: () => string): void {
    if (this.output.isTTY !== true || Date.now() < this.next) {
      return;
    }
    this.next = Date.now() + AGAIN_AFTER;
    this.shown = true;
    this.output.write(`\r\u001B[K${text().slice(0, (this.output.columns ?? 80) - 1)}`);
  }

  /** Takes the line away. */
  public clear(): void {
    if (this.shown) {
      this.output.write('\r\u001B[K');
      this.shown = false;
    }
  }
}
