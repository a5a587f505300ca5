import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The root of the project. */
export const ROOT = join(__dirname, '..', '..');

/** Files below a folder of the project whose names end so, as paths from the root with `/`, sorted. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort();
}
