import { readFileSync } from 'node:fs';
import { importLiterature } from '../packages/workbench/src/adapters/literature/import-literature.ts';

/** One export read in a process of its own, for `literature.ts`: prints how long it took and what it held at the peak. */
const begun = performance.now();
const { literature } = importLiterature('made.ris', readFileSync(process.argv[2]!));
const seconds = (performance.now() - begun) / 1000;
const { ledger, references } = literature;
console.log(
  JSON.stringify({
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    records: ledger.records,
    failed: ledger.failed.length,
    authors: references.reduce((sum, { authors }) => sum + authors.length, 0),
  }),
);
