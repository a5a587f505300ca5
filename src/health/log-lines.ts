/** A line of a log that tells of a fault. */
export interface LogFault {
  readonly component: 'Felix' | 'CNI' | 'BGP' | 'Typha' | 'calico-node';
  readonly isFatal: boolean;
  /** The message without time, process and place. */
  readonly message: string;
}

/** Longest line that is looked at, and that is kept of a message. */
const LINE_LENGTH = 4096;
const MESSAGE_LENGTH = 300;

/** `2026-01-02 03:04:05.678 [ERROR][123] felix/table.go 456: message`, as all of Calico's Go components write (libcalico-go lib/logutils). */
const CALICO_LINE = /^\S+ \S+ \[(\w+)\]\[\d+\] ([\w-]+)\/(\S+)(?: \d+)?: (.*)$/;
/** BIRD: `bird: Mesh_10_0_0_2: Error: Hold timer expired`, with a time before it or without. */
const BIRD_LINE = /\bbird6?: (.*)$/;
const BIRD_FAULT = /\b(?:error|fatal|invalid|failed|unreachable|refused|timer expired|connection closed|no route to host)\b/i;
const BIRD_FATAL = /<FATAL>|<BUG>|\bfatal\b/i;
/** What a program of Go says as it dies. */
const CRASH = /^(?:panic: |fatal error: )/;

/** The fault that a line tells of; undefined for every other line. */
export function readLogLine(line: string): LogFault | undefined {
  const text = line.slice(0, LINE_LENGTH).trimEnd();
  const calico = CALICO_LINE.exec(text);
  if (calico) {
    const [, level, component, file, message] = calico;
    const isFatal = level === 'FATAL' || level === 'PANIC';
    return isFatal || level === 'ERROR' ? { component: componentOf(component, file), isFatal, message: shortened(message) } : undefined;
  }
  const bird = BIRD_LINE.exec(text);
  if (bird) {
    return BIRD_FAULT.test(bird[1]) ? { component: 'BGP', isFatal: BIRD_FATAL.test(bird[1]), message: shortened(`bird: ${bird[1]}`) } : undefined;
  }
  return CRASH.test(text) ? { component: 'calico-node', isFatal: true, message: shortened(text) } : undefined;
}

function componentOf(component: string, file: string): LogFault['component'] {
  if (component === 'felix') {
    return 'Felix';
  }
  if (component === 'confd' || component === 'bird' || component === 'monitor-addresses') {
    return 'BGP';
  }
  if (component === 'typha') {
    return 'Typha';
  }
  return /cni|ipam|installer|token/.test(component) || /^(?:install|plugin|ipam)/.test(file) ? 'CNI' : 'calico-node';
}

/** Without the fields that follow a message, which differ from line to line. */
function shortened(message: string): string {
  const text = message.trim();
  return text.length > MESSAGE_LENGTH ? `${text.slice(0, MESSAGE_LENGTH - 1)}…` : text;
}

/** Messages that differ only in numbers and addresses are one. */
export function patternOf({ component, message }: LogFault): string {
  return `${component} ${message.replace(/\d+/g, '0').replace(/"[^"]*"/g, '""')}`;
}
