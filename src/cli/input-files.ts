import { Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { reasonOf } from './file-error';

/** A file of the input. */
export interface InputFile {
  /** As its user would write it. */
  readonly name: string;
  /** True where it was named; false where it was found in a folder. */
  readonly isNamed: boolean;
}

/** The files that some arguments stand for. */
export interface InputFiles {
  /** Each file once, in the order of the arguments, those of a folder by name. */
  readonly files: readonly InputFile[];
  /** What can't be read, in words. */
  readonly problems: readonly string[];
}

const ENDINGS = new Set(['.yaml', '.yml', '.json']);

/**
 * Lists the files of arguments; each may be a file, a folder, or `-`, which stays as it is. Folders are walked to the end, through
 * symbolic links too, each folder once; hidden files and folders and `node_modules` are passed over. Grows with what the folders hold.
 */
export function listInputFiles(inputs: readonly string[]): InputFiles {
  const walk = new Walk();
  for (const input of inputs) {
    walk.take(input);
  }
  return walk;
}

class Walk implements InputFiles {
  public readonly files: InputFile[] = [];
  public readonly problems: string[] = [];
  private readonly seen = new Set<string>();
  /** Files so far, those that were met before too. */
  private met = 0;

  public take(input: string): void {
    if (input === '-') {
      this.add('-', '-', true);
      return;
    }
    try {
      if (statSync(input).isDirectory()) {
        this.namedFolder(input, realpathSync(input));
      } else {
        this.add(input, placeOf(input), true);
      }
    } catch (error) {
      this.fail(input, error);
    }
  }

  /** A folder without manifests, such as one that nothing was written to, is more likely a mistake than a success. */
  private namedFolder(name: string, place: string): void {
    const before = this.met + this.problems.length;
    if (this.folder(name, place) && this.met + this.problems.length === before) {
      this.problems.push(`${name} holds no file that ends in ${[...ENDINGS].join(', ')}`);
    }
  }

  /** False where the folder was walked before. */
  private folder(name: string, place: string): boolean {
    // Only a folder's path has a slash at its end here.
    const isNew = this.isNew(`${place}/`);
    if (isNew) {
      this.entriesOf(name).forEach((entry) => this.entry(join(name, entry.name), join(place, entry.name), entry));
    }
    return isNew;
  }

  private entry(name: string, place: string, entry: Dirent): void {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') {
      return;
    }
    const isManifest = ENDINGS.has(extname(entry.name).toLowerCase());
    if (entry.isDirectory()) {
      this.folder(name, place);
    } else if (entry.isFile()) {
      if (isManifest) {
        this.add(name, place, false);
      }
    } else if (entry.isSymbolicLink()) {
      this.link(name, isManifest);
    }
  }

  private link(name: string, isManifest: boolean): void {
    try {
      const place = realpathSync(name);
      const stat = statSync(place);
      if (stat.isDirectory()) {
        this.folder(name, place);
      } else if (stat.isFile() && isManifest) {
        this.add(name, place, false);
      }
    } catch (error) {
      if (isManifest) {
        this.fail(name, error);
      }
    }
  }

  private entriesOf(name: string): Dirent[] {
    try {
      return readdirSync(name, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.fail(name, error);
      return [];
    }
  }

  private add(name: string, place: string, isNamed: boolean): void {
    this.met++;
    if (this.isNew(place)) {
      this.files.push({ name, isNamed });
    }
  }

  private isNew(place: string): boolean {
    const before = this.seen.size;
    return this.seen.add(place).size > before;
  }

  private fail(name: string, error: unknown): void {
    this.problems.push(`can't read ${name}: ${reasonOf(error)}`);
  }
}

/** The path that is a file's own. A pipe that a shell passes as /dev/fd/63 has none. */
function placeOf(name: string): string {
  try {
    return realpathSync(name);
  } catch {
    return name;
  }
}
