// Runs the steps of a script one after the other, and says plainly what it does and what failed.
import { spawnSync } from 'node:child_process';

/** Node 20 is supported here; jsii's banner about it says nothing to users of this project. */
const ENVIRONMENT = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20', ESLINT_USE_FLAT_CONFIG: 'false' };

/**
 * @param {string} title what the step does, as a person would say it
 * @param {string} command the program
 * @param {string[]} args its arguments
 * @param {{ quiet?: boolean, cwd?: string }} options quiet: print its output only where it fails
 * @returns {boolean} whether it succeeded
 */
export function runStep(title, command, args, { quiet = false, cwd } = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const result = spawnSync(command, args, {
    cwd, env: ENVIRONMENT, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'], encoding: 'utf8', maxBuffer: 1 << 28,
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (result.error) {
    console.error(`could not start ${command}: ${result.error.message}`);
    return false;
  }
  if (result.status !== 0) {
    if (quiet) {
      process.stdout.write(result.stdout ?? '');
      process.stderr.write(result.stderr ?? '');
    }
    console.error(`failed: ${[command, ...args].join(' ')} (exit status ${result.status ?? result.signal}, ${seconds} s)`);
    return false;
  }
  console.log(`done in ${seconds} s`);
  return true;
}

/** Stops with a clear message where Node is too old for the tools. */
export function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor < major || (haveMajor === major && haveMinor < minor)) {
    console.error(`This needs Node ${major}.${minor} or newer; here is ${process.versions.node}.`);
    process.exit(2);
  }
}
