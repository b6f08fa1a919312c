import { availableParallelism, cpus } from 'node:os';
import type { BenchRow } from './row.ts';

/**
 * `npm run bench [-- name ...]`: speed and memory, each beside a reference in the same run, as ratios, since
 * machines differ and are noisy. References that are not installed are named and left out.
 */
const suites: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  decode: async () => (await import('./decode.ts')).benchDecode(),
  rsei: async () => (await import('./rsei.ts')).benchRsei(),
  segmentation: async () => (await import('./segmentation.ts')).benchSegmentation(),
  terrain: async () => (await import('./terrain.ts')).benchTerrain(),
  'diagnose-units': async () => (await import('./diagnose-units.ts')).benchDiagnoseUnits(),
  'site-checks': async () => (await import('./site-checks.ts')).benchSiteChecks(),
  allocation: async () => (await import('./allocation.ts')).benchAllocation(),
  'plan-units': async () => (await import('./plan-units.ts')).benchPlanUnits(),
  literature: async () => (await import('./literature.ts')).benchLiterature(),
  dedupe: async () => (await import('./dedupe.ts')).benchDedupe(),
  screening: async () => (await import('./screening.ts')).benchScreening(),
  trend: async () => (await import('./trend.ts')).benchTrend(),
  workers: async () => (await import('./workers.ts')).benchWorkers(),
  'season-filter': async () => (await import('./season-filter.ts')).benchSeasonFilter(),
  season: async () => (await import('./season.ts')).benchSeason(),
  api: async () => (await import('./api.ts')).benchApi(),
  web: async () => (await import('./web.ts')).benchWeb(),
  memory: async () => (await import('./memory.ts')).benchMemory(),
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = wanted.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; known: ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}
console.log(`Node ${process.version}, ${availableParallelism()} x ${cpus()[0]?.model.trim() ?? 'processor'}`);
let failed = 0;
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  for (const row of await suite()) {
    const verdict = row.passed === null ? 'not measured' : row.passed ? 'ok' : 'BELOW TARGET';
    if (row.passed === false) failed += 1;
    const value = Number.isFinite(row.measured) ? row.measured.toPrecision(4) : '-';
    console.log(
      `${verdict.padEnd(13)} ${row.name}: ${value} ${row.unit} (target ${row.target}) ${row.detail}`,
    );
  }
}
console.log(failed === 0 ? '\nbench: every measured target met' : `\nbench: ${failed} below target`);
process.exit(failed === 0 ? 0 : 1);
