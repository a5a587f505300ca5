import { main } from './main';

// A reader that goes away is told by the writing; nothing is left to say to it.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

void main(process.argv.slice(2), { input: process.stdin, output: process.stdout, errors: process.stderr, environment: process.env })
  .then((status) => {
    process.exitCode = status;
  });
