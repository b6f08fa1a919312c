import { AftermineError } from '@aftermine/science/base';
import type { ImportLedger } from '@aftermine/science/evidence';
import type { EvidenceSource, ReadLiterature, Workbench } from '../../ports/index.ts';

/** What became of one file. */
export interface ImportedSource {
  readonly file: string;
  readonly sha256: string;
  readonly state: 'added' | 'known';
  readonly dialects: readonly string[];
  readonly encoding: string;
  readonly ledger: ImportLedger;
  readonly remarks: ReadLiterature['remarks'];
}

export interface ImportOptions {
  /** Database the files came from; what the export itself says where absent. */
  readonly database?: string;
  readonly query?: string;
}

/** Databases that write a format which nobody else writes. */
const WRITES: Readonly<Record<string, string>> = {
  'wos-plain': 'Web of Science',
  'wos-tab': 'Web of Science',
  'scopus-csv': 'Scopus',
  nbib: 'PubMed',
  'cnki-estudy': 'CNKI',
};

/** The database that a file tells by its format alone; null where it tells none, or several. */
function databaseOf(dialects: readonly string[]): string | null {
  const told = new Set(dialects.map((dialect) => WRITES[dialect] ?? null));
  return told.size === 1 ? [...told][0]! : null;
}

/**
 * Reads search exports into the evidence library of a folder. The same file is taken once; another file of the same name gets its
 * hash into the keys of its references, so that no key ever names two records. A folder that is not there is made.
 *
 * @param paths absolute
 * @throws InvalidInput `E-EVI-204` for a file without any record; what reading throws; files before the one that failed stay imported
 */
export async function importSources(
  workbench: Workbench,
  dir: string,
  paths: readonly string[],
  { database, query }: ImportOptions,
): Promise<readonly ImportedSource[]> {
  const { literature } = workbench;
  workbench.files.makeFolder(dir);
  const store = await workbench.openEvidence(dir);
  try {
    const imported: ImportedSource[] = [];
    for (const path of paths) {
      const base = workbench.paths.basename(path);
      const known = await store.sources();
      const sha256 = literature.hash(path);
      const again = known.find((one) => one.sha256 === sha256);
      const taken = known.some((one) => one.file === base && one.sha256 !== sha256);
      const file = again?.file ?? (taken ? `${base}~${sha256.slice(0, 8)}` : base);
      const { literature: read, encoding, remarks } = literature.read(path, file);
      if (read.dialects.length === 0) throw new AftermineError('InvalidInput', 'E-EVI-204', { where: path });
      const source: EvidenceSource = {
        sha256,
        file,
        database: database ?? databaseOf(read.dialects),
        query: query ?? null,
        importedAt: new Date(workbench.clock.now()).toISOString(),
        encoding,
        parts: read.parts,
        ledger: read.ledger,
        outside: read.outside,
      };
      const state = await store.addSource(source, read.references);
      imported.push({ file, sha256, state, dialects: read.dialects, encoding, ledger: read.ledger, remarks });
    }
    return imported;
  } finally {
    await store.close();
  }
}
