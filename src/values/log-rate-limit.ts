const HIGHEST = 9999;

/**
 * How often something may be logged: a number of lines in a unit of time.
 */
export class LogRateLimit {
  /**
   * So many lines a second.
   *
   * @param lines from 1 to 9999
   * @throws where the number is out of range
   */
  public static perSecond(lines: number): LogRateLimit {
    return of('second', lines);
  }

  /**
   * So many lines a minute.
   *
   * @param lines from 1 to 9999
   * @throws where the number is out of range
   */
  public static perMinute(lines: number): LogRateLimit {
    return of('minute', lines);
  }

  /**
   * So many lines an hour.
   *
   * @param lines from 1 to 9999
   * @throws where the number is out of range
   */
  public static perHour(lines: number): LogRateLimit {
    return of('hour', lines);
  }

  /**
   * So many lines a day.
   *
   * @param lines from 1 to 9999
   * @throws where the number is out of range
   */
  public static perDay(lines: number): LogRateLimit {
    return of('day', lines);
  }

  /** @internal */
  public static _of(text: string): LogRateLimit {
    return new LogRateLimit(text);
  }

  private constructor(private readonly text: string) {}

  /** The rate as the manifest has it: `10/second`. */
  public toString(): string {
    return this.text;
  }
}

function of(unit: string, lines: number): LogRateLimit {
  if (!Number.isInteger(lines) || lines < 1 || lines > HIGHEST) {
    throw new Error(`LogRateLimit: ${lines} lines per ${unit} can't be set: it is a whole number from 1 to ${HIGHEST}`);
  }
  return LogRateLimit._of(`${lines}/${unit}`);
}
