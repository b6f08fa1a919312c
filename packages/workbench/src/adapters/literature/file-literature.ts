import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import { parse } from 'yaml';
import type { Literature, ReadLiterature } from '../../ports/index.ts';
import { readSheets } from '../tables/read-sheets.ts';
import { cellText, tableOf } from '../tables/table.ts';
import { importLiterature } from './import-literature.ts';

/** Files of the machine. */
export class FileLiterature implements Literature {
  readonly #library: string;

  /** @param library folder of the shipped library */
  constructor(library: string) {
    this.#library = library;
  }

  read(path: string, name: string): ReadLiterature {
    return importLiterature(name, bytesOf(path));
  }

  hash(path: string): string {
    return createHash('sha256').update(bytesOf(path)).digest('hex');
  }

  async rows(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
    const { sheets } = await readSheets(path);
    const table =
      sheets[0] === undefined
        ? null
        : tableOf(sheets[0], (names) => names.filter((one) => one !== '').length);
    if (table === null) return [];
    return table.rows
      .filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''))
      .map(({ cells }) => Object.fromEntries(table.header.map((name, i) => [name, cellText(cells[i])])));
  }

  document(path: string): unknown {
    const text = bytesOf(path).toString('utf8');
    try {
      return parse(text);
    } catch (cause) {
      throw new AftermineError('InvalidInput', 'E-EVI-201', {
        where: path,
        got: cause instanceof Error ? cause.message.split('\n')[0]! : String(cause),
        cause,
      });
    }
  }

  codebook(): unknown {
    return this.document(join(this.#library, 'codebook.yaml'));
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AftermineError('NotFound', 'E-PRJ-002', { where: path, cause });
  }
}
