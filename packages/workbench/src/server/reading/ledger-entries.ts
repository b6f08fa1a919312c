import type { LedgerEntry } from '@aftermine/science/control';
import type { ProjectTables } from './project-tables.ts';

/** The history as it lies there, in its order. */
export function ledgerEntries(tables: ProjectTables): LedgerEntry[] {
  return tables.rows('SELECT * FROM aftermine_ledger ORDER BY rowid').map(
    (row): LedgerEntry => ({
      seq: Number(row['seq']),
      at: String(row['at']),
      by: String(row['by']),
      kind: String(row['kind']) as LedgerEntry['kind'],
      alert: row['alert'] === null ? null : String(row['alert']),
      detail: JSON.parse(String(row['detail'])) as LedgerEntry['detail'],
      previous: String(row['previous']),
      hash: String(row['hash']),
    }),
  );
}
