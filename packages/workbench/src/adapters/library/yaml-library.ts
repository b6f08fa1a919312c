import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AftermineError, canonicalJson } from '@aftermine/science/base';
import {
  checkLibrary,
  costFileSchema,
  costOverrideSchema,
  endUseFileSchema,
  type Library,
  type LibraryFile,
  measureFileSchema,
  sourceFileSchema,
} from '@aftermine/science/plan';
import type { z } from 'zod';
import type { Hasher, Libraries } from '../../ports/index.ts';
import { firstIssue } from './first-issue.ts';
import { type LocatedYaml, readLocatedYaml } from './located-yaml.ts';

/** Costs in force where a project names none. */
const DEFAULT_COSTS = 'cn-2024';

/** The measure library as YAML files in a folder; every complaint names file and line. */
export class YamlLibraries implements Libraries {
  readonly #folder: string;
  readonly #hash: Hasher;

  constructor(folder: string, hash: Hasher) {
    this.#folder = folder;
    this.#hash = hash;
  }

  load(options: { readonly costFile?: string; readonly override?: string } = {}): Library {
    const texts = new Map<LibraryFile, { readonly shown: string; readonly text: LocatedYaml }>();
    const read = <Schema extends z.ZodType>(
      file: LibraryFile,
      path: string,
      shown: string,
      schema: Schema,
    ): z.infer<Schema> => {
      const text = readLocatedYaml(path, shown, this.#costFiles());
      texts.set(file, { shown, text });
      const parsed = schema.safeParse(text.value);
      if (parsed.success) return parsed.data;
      const { path: at, message } = firstIssue(parsed.error.issues);
      throw new AftermineError('InvalidInput', 'E-LIB-003', {
        where: `${shown}:${text.lineOf(at)}`,
        got: message,
        params: { key: at.map(String).join('.') || basename(shown) },
      });
    };
    const own = (file: LibraryFile, name: string): [LibraryFile, string, string] => [
      file,
      join(this.#folder, name),
      name,
    ];
    const costFile = options.costFile ?? DEFAULT_COSTS;
    const parts = {
      sources: read(...own('sources', 'sources.yaml'), sourceFileSchema),
      costs: /^[a-z][a-z0-9-]*$/.test(costFile)
        ? read(...own('costs', `costs/${costFile}.yaml`), costFileSchema)
        : read('costs', costFile, costFile, costFileSchema),
      measures: read(...own('measures', 'measures.yaml'), measureFileSchema),
      endUses: read(...own('end-uses', 'end-uses.yaml'), endUseFileSchema),
      override:
        options.override === undefined
          ? undefined
          : read('override', options.override, options.override, costOverrideSchema),
    };
    return checkLibrary(
      parts,
      (library) => this.#hash(canonicalJson(library)),
      (file, path) => {
        const { shown, text } = texts.get(file)!;
        return `${shown}:${text.lineOf(path)}`;
      },
    );
  }

  #costFiles(): string {
    try {
      return readdirSync(join(this.#folder, 'costs'))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => basename(name, '.yaml'))
        .sort()
        .join(', ');
    } catch {
      return '-';
    }
  }
}
