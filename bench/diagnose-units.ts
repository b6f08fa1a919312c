import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boxOf, toGeojson } from '@aftermine/science/site';
import { runProgram } from './observe-run.ts';
import type { BenchRow } from './row.ts';
import { tiledUnits } from './tiled-units.ts';

const CRS = 'EPSG:4547';
const TARGET_SECONDS = 60;
const TARGET_MEGABYTES = 1000;
/** One unit in ten was sampled. */
const SAMPLED_EVERY = 10;

/**
 * 50,000 units as a user would: `init` (reads and checks the files), `check`, and `diagnose` with samples and climate, each
 * a process of its own on one core; seconds together, memory of the greediest.
 */
export async function benchDiagnoseUnits(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    const { features, boundary } = tiledUnits();
    const named = features.map((one, i) => ({
      ...one,
      properties: { id: one.id, class: 'waste-dump', target: i % 3 === 0 ? 'forest' : 'grassland' },
    }));
    const file = (name: string): string => join(folder, name);
    writeFileSync(
      file('boundary.geojson'),
      toGeojson({ crs: CRS, features: [{ id: 'mine', geometry: boundary, properties: {} }] }),
    );
    writeFileSync(file('units.geojson'), toGeojson({ crs: CRS, features: named }));
    const rows = [
      '样点编号,图斑,镉(mg/kg),汞(mg/kg),砷(mg/kg),铅(mg/kg),铬(mg/kg),铜(mg/kg),镍(mg/kg),锌(mg/kg),pH,有效土层厚度(cm)',
    ];
    for (let i = 0; i < features.length; i += SAMPLED_EVERY) {
      const bad = i % 500 === 0;
      rows.push(`S${i},${features[i]!.id},${bad ? 9 : 0.1},0.03,8,20,50,19,22,60,7.8,${bad ? 12 : 55}`);
    }
    writeFileSync(file('samples.csv'), `${rows.join('\n')}\n`);
    const project = file('mine');
    const init = await runProgram([
      ...['init', project, '--boundary', file('boundary.geojson'), '--units', file('units.geojson')],
      '--quiet',
    ]);
    const settings = join(project, 'aftermine.yaml');
    writeFileSync(
      settings,
      `${readFileSync(settings, 'utf8')}diagnose:\n  samples: [../samples.csv]\n  climate: {precipitationMm: 380, petMm: 950}\n`,
    );
    const check = await runProgram(['check', '-C', project, '--quiet'], [0, 3]);
    const diagnose = await runProgram(['diagnose', '-C', project, '--quiet', '--progress', 'none']);
    const seconds = init.seconds + check.seconds + diagnose.seconds;
    const megabytes = Math.max(init.peakMegabytes, check.peakMegabytes, diagnose.peakMegabytes);
    const text = ({ seconds: s, peakMegabytes }: typeof init): string =>
      `${s.toFixed(1)} s ${peakMegabytes.toFixed(0)} MB`;
    const [west, south, east, north] = boxOf(boundary);
    return [
      {
        name: '50,000 units: import, checks, diagnosis',
        measured: seconds,
        target: TARGET_SECONDS,
        unit: 's',
        passed: seconds <= TARGET_SECONDS,
        detail: `init ${text(init)}, check ${text(check)}, diagnose ${text(diagnose)}; ${((east - west) / 1000).toFixed(0)} x ${((north - south) / 1000).toFixed(0)} km, ${rows.length - 1} samples`,
      },
      {
        name: '50,000 units: greatest memory of the three',
        measured: megabytes,
        target: TARGET_MEGABYTES,
        unit: 'MB',
        passed: megabytes === 0 ? null : megabytes <= TARGET_MEGABYTES,
        detail: 'resident, whole process',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
