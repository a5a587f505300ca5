import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { hostileText } from './hostile-texts';
import { mutatedText, textOfPieces } from './text-mutations';
import { JsonObject } from '../../src/core/manifests';
import { StructuralSchema } from '../../src/core/schema';
import { calicoKinds } from '../../src/core/schema/kinds.generated';
import { generated, mutated } from '../../test/cluster/mutations';
import { RandomSource } from '../../test/cluster/random-source';

/** One text to judge. */
export interface FuzzCase {
  readonly text: string;
  /** How it was made, in a word. */
  readonly how: string;
}

interface Seed {
  readonly yaml: string;
  readonly manifest?: JsonObject;
  readonly schema?: StructuralSchema;
}

const VECTORS = join(__dirname, '..', '..', 'test', 'vectors', 'resources.jsonl');

/** The n-th case of a run: the same for the same seed, whatever was made before it. */
export class FuzzCases {
  private readonly seeds: readonly Seed[];

  constructor(private readonly seed: number) {
    const schemas = new Map(calicoKinds().map(({ kind, schema }) => [kind, schema]));
    this.seeds = readFileSync(VECTORS, 'utf8').split('\n').filter((line) => line !== '').map((line) => {
      const { kind, input, expect } = JSON.parse(line) as { kind: string; input: { yaml: string }; expect: { ok: boolean } };
      const schema = schemas.get(kind);
      return { yaml: input.yaml, ...(expect.ok && schema && { manifest: parse(input.yaml) as JsonObject, schema }) };
    });
  }

  public at(index: number): FuzzCase {
    // Generators with seeds that are close begin alike: the first numbers are thrown away.
    const random = new RandomSource(1 + (this.seed * 7_919 + index * 104_729) % 2_147_483_645);
    [1, 2, 3, 4].forEach(() => random.below(2));
    const kind = random.below(100);
    if (kind < 10) {
      return { how: 'as it is', text: Array.from({ length: 1 + random.below(4) }, () => random.pick(this.seeds).yaml).join('---\n') };
    }
    if (kind < 45) {
      return this.objectCase(random);
    }
    if (kind < 85) {
      return { how: 'text changed', text: mutatedText(random.pick(this.seeds).yaml, random.pick(this.seeds).yaml, random) };
    }
    return kind < 92 ? { how: 'pieces', text: textOfPieces(random) } : { how: 'hostile', text: hostileText(random) };
  }

  private objectCase(random: RandomSource): FuzzCase {
    const objects = Array.from({ length: 1 + (random.chance(20) ? random.below(4) : 0) }, () => {
      const { manifest, schema } = this.goodSeed(random);
      return (random.chance(15) ? generated : mutated)(manifest, schema, random);
    });
    const manifests = objects.map(({ manifest }) => manifest);
    const value = manifests.length > 1 && random.chance(50) ? [{ apiVersion: 'v1', kind: 'List', items: manifests }] : manifests;
    const print = random.chance(30) ? (object: object) => stringify(object) : (object: object) => `${JSON.stringify(object)}\n`;
    return { how: `object changed: ${objects.map(({ what }) => what).join(', ')}`, text: value.map(print).join('---\n') };
  }

  private goodSeed(random: RandomSource): { manifest: JsonObject; schema: StructuralSchema } {
    for (;;) {
      const { manifest, schema } = random.pick(this.seeds);
      if (manifest !== undefined && schema !== undefined) {
        return { manifest, schema };
      }
    }
  }
}
