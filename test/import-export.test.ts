import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../packages/workbench/src/cli/run-cli.ts';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { readConfig } from '../packages/workbench/src/config.ts';

const workbench = composeWorkbench();
let dir: string;
let project: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aftermine-io-'));
  project = join(dir, 'mine');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

interface Answer {
  readonly ok: boolean;
  readonly data: Record<string, unknown>;
  readonly warnings: readonly string[];
  readonly error?: { readonly code: string; readonly hint: string; readonly message: string };
}

async function aftermine(...args: string[]): Promise<Answer & { exitCode: number }> {
  let out = '';
  const exitCode = await runCli(
    workbench,
    { ...readConfig({}), language: 'en' },
    {
      out: (text) => {
        out += text;
      },
      err: () => {},
      isTerminal: false,
      columns: 80,
      cwd: dir,
      signal: new AbortController().signal,
    },
    [...args, '--json', '--progress', 'none'],
  );
  return { ...(JSON.parse(out) as Answer), exitCode };
}

const square = (west: number, south: number, side: number) =>
  [
    [
      [
        [west, south],
        [west, south + side],
        [west + side, south + side],
        [west + side, south],
        [west, south],
      ],
    ],
  ] as const;

async function startProject(): Promise<void> {
  const boundary = join(dir, 'boundary.gpkg');
  await workbench.vectorWriter.write(boundary, {
    crs: 'EPSG:4547',
    features: [{ id: null, geometry: square(440_000, 4_480_000, 2000), properties: {} }],
  });
  expect((await aftermine('init', project, '--boundary', boundary)).ok).toBe(true);
}

const unitsIn = (folder: string) =>
  workbench.vectorWriter.write(join(folder, '图斑.shp'), {
    crs: 'EPSG:4547',
    features: [
      {
        id: 'T1',
        geometry: square(440_500, 4_480_500, 200),
        properties: { id: 'T1', name: '一号排土场', class: '排土场', target: '草地', year_damaged: 2003 },
      },
    ],
  });

describe('files of an office', () => {
  test('a loose GBK shapefile comes in with all its parts, and classes are understood in Chinese', async () => {
    await startProject();
    const folder = join(dir, '台账');
    mkdirSync(folder);
    await unitsIn(folder);
    const { ok, data } = await aftermine('import', join(folder, '图斑.shp'), '-C', project);
    expect(ok).toBe(true);
    expect(data['site']).toMatchObject({ unitCount: 1 });
    expect(readdirSync(join(project, 'inputs')).sort()).toEqual([
      'boundary.gpkg',
      'units.cpg',
      'units.dbf',
      'units.prj',
      'units.shp',
      'units.shx',
    ]);
    const store = await workbench.openStore(project);
    const [unit] = (await store.site())!.units;
    await store.close();
    expect(unit).toMatchObject({
      id: 'T1',
      name: '一号排土场',
      damage: 'waste-dump',
      yearDamaged: 2003,
      register: { target: 'grassland' },
    });
  });

  test('a register whose columns have other names is not silently numbered; named in the settings it is read', async () => {
    await startProject();
    const path = join(dir, '台账.shp');
    await workbench.vectorWriter.write(path, {
      crs: 'EPSG:4547',
      features: [
        {
          id: null,
          geometry: square(440_500, 4_480_500, 200),
          properties: { 图斑编号: 'T1', 损毁类型: '排土场' },
        },
      ],
    });
    const first = await aftermine('import', path, '--as', 'units', '-C', project);
    expect(first.warnings.join('\n')).toMatch(
      /None of the columns id, class.*图斑编号.*损毁类型.*inputs\/units\.shp/,
    );
    workbench.settings.set(project, ['units', 'id'], '图斑编号');
    workbench.settings.set(project, ['units', 'damage'], '损毁类型');
    const again = await aftermine(
      'import',
      join(project, 'inputs/units.shp'),
      '--as',
      'units',
      '-C',
      project,
    );
    expect(again.warnings.join('\n')).not.toContain('None of the columns');
    const store = await workbench.openStore(project);
    const [unit] = (await store.site())!.units;
    await store.close();
    expect(unit).toMatchObject({ id: 'T1', damage: 'waste-dump' });
  });

  test('an open encoding is asked with a preview; the answer is kept in the settings', async () => {
    await startProject();
    const folder = join(dir, 'west');
    mkdirSync(folder);
    await unitsIn(folder);
    const stem = join(folder, '图斑');
    rmSync(`${stem}.cpg`);
    const table = readFileSync(`${stem}.dbf`);
    // Western letters in both readings, and no statement of any kind
    table[29] = 0;
    const at = table.indexOf(Buffer.from([0xd2, 0xbb]));
    table.fill(0x20, at, at + 10);
    table.write('Gr\u00fcne Tip', at, 'latin1');
    const chinese = table.indexOf(Buffer.from([0xc5, 0xc5]));
    table.fill(0x20, chinese, chinese + 6);
    const target = table.indexOf(Buffer.from([0xb2, 0xdd]));
    table.fill(0x20, target, target + 4);
    writeFileSync(`${stem}.dbf`, table);
    const asked = await aftermine('import', `${stem}.shp`, '-C', project);
    expect(asked.error).toMatchObject({ code: 'E-VEC-106' });
    expect(asked.error?.message).toContain('Grüne Tip');
    expect(asked.error?.hint).toContain('--encoding');
    expect(readdirSync(join(project, 'inputs'))).toEqual(['boundary.gpkg']);
    const answered = await aftermine('import', `${stem}.shp`, '-C', project, '--encoding', 'windows-1252');
    expect(answered.ok).toBe(true);
    expect(readFileSync(join(project, 'aftermine.yaml'), 'utf8')).toContain('windows-1252');
    expect((await aftermine('check', '-C', project)).data['unitCount']).toBe(1);
  });

  test('positions of a web map are shifted when the user says so, and stay shifted', async () => {
    await startProject();
    const kml = join(dir, 'reference.kml');
    await workbench.vectorWriter.write(kml, {
      crs: 'EPSG:4547',
      features: [{ id: 'R', geometry: square(441_000, 4_481_000, 100), properties: {} }],
    });
    const plain = await aftermine('import', kml, '-C', project);
    expect(plain.warnings.join(' ')).toContain('--datum gcj02');
    const cornerOf = async () => {
      const store = await workbench.openStore(project);
      const corner = (await store.site())!.references[0]!.geometry[0]![0]![0]!;
      await store.close();
      return corner;
    };
    const before = await cornerOf();
    await aftermine('import', kml, '-C', project, '--datum', 'gcj02', '--overwrite');
    const after = await cornerOf();
    const shift = Math.hypot(after[0] - before[0], after[1] - before[1]);
    expect(shift).toBeGreaterThan(100);
    expect(shift).toBeLessThan(1000);
    expect(readFileSync(join(project, 'aftermine.yaml'), 'utf8')).toContain('gcj02');
  });

  test('a table of samples is told by its name, read before it is copied, and named in the settings', async () => {
    await startProject();
    const table = join(dir, '土壤采样.csv');
    writeFileSync(table, '编号,经度,纬度,镉(mg/kg)\na,116.3,40.45,0.4\n');
    const good = await aftermine('import', table, '-C', project);
    expect(good.ok).toBe(true);
    expect(readFileSync(join(project, 'aftermine.yaml'), 'utf8')).toContain('inputs/土壤采样.csv');
    const bad = join(dir, 'samples.csv');
    writeFileSync(bad, 'a,b\n1,2\n');
    expect((await aftermine('import', bad, '-C', project)).error?.code).toMatch(/^E-TAB-/);
    expect(existsSync(join(project, 'inputs/samples.csv'))).toBe(false);
  });
});

describe('layers for other software', () => {
  test.each(['shp', 'zip', 'gpkg', 'geojson', 'kml'])(
    'units go out as .%s and come back',
    async (extension) => {
      await startProject();
      await unitsIn(dir);
      await aftermine('import', join(dir, '图斑.shp'), '-C', project);
      const file = join(dir, `out.${extension}`);
      const { ok, data } = await aftermine('export', 'units', '-C', project, '-o', file);
      expect(ok).toBe(true);
      expect(data['count']).toBe(1);
      const { set } = await workbench.vectors.read(file);
      expect(set.features[0]!.properties['name']).toBe('一号排土场');
      expect(Number(set.features[0]!.properties['area_ha'])).toBeCloseTo(4, 1);
      expect((await aftermine('export', 'units', '-C', project, '-o', file)).error?.code).toBe('E-USE-003');
    },
  );

  test('what cannot be exported says why', async () => {
    await startProject();
    const to = (layer: string, ...rest: string[]) => aftermine('export', layer, '-C', project, ...rest);
    expect((await to('units')).error?.code).toBe('E-USE-010');
    expect((await to('rivers', '-o', join(dir, 'x.shp'))).error?.code).toBe('E-USE-002');
    expect((await to('findings', '-o', join(dir, 'x.shp'))).error?.code).toBe('E-DIA-304');
    expect((await to('units', '-o', join(dir, 'x.dwg'))).error?.code).toBe('E-VEC-116');
    expect(existsSync(join(dir, 'x.dwg'))).toBe(false);
  });
});

describe('aftermine info', () => {
  test('tells polygons with system and area, whatever the format', async () => {
    await startProject();
    const said = await aftermine('info', join(dir, 'boundary.gpkg'));
    expect(said.data).toMatchObject({
      kind: 'vector',
      format: 'geopackage',
      summary: { crs: 'CGCS2000 / 3-degree Gauss-Kruger CM 114E (EPSG:4547)', features: '1' },
    });
    // 2 km x 2 km, larger on the ellipsoid by the scale of the projection.
    expect((said.data['detail'] as { areaHa: number }).areaHa).toBeCloseTo(400, 0);
  });

  test('tells samples from corners, though both are tables', async () => {
    const samples = join(dir, 'lab.csv');
    writeFileSync(samples, '样点编号,图斑,pH,镉（mg/kg）\nS1,T1,7.8,0.35\nS2,T1,15,<0.05\n');
    expect((await aftermine('info', samples)).data).toMatchObject({
      kind: 'samples',
      summary: { samples: '2 (soil)', placed: '0', analytes: 'Cd, pH', remarks: '1' },
    });
    const corners = join(dir, 'corners.csv');
    const rows = ['4480000,38440000', '4480000,38442000', '4482000,38442000', '4482000,38440000'];
    writeFileSync(corners, `点号,X,Y\n${rows.map((row, i) => `J${i + 1},${row}`).join('\n')}\n`);
    expect((await aftermine('info', corners)).data).toMatchObject({
      kind: 'vector',
      format: 'table',
      summary: { crs: expect.stringContaining('EPSG:4526'), features: '1' },
    });
  });
});

test('a table of samples says at once, cell by cell, what cannot be used; the diagnosis says it again', async () => {
  await startProject();
  const lab = join(dir, 'lab.csv');
  const rows = ['S1,,15,0.35,30,8,60', 'S2,,7.8,<0.05,30,9,70'];
  writeFileSync(lab, `样点编号,图斑,pH,镉（mg/L）,铅,砷（mg/kg）,锌(mg/kg)\n${rows.join('\n')}\n`);
  const said = await aftermine('import', lab, '--as', 'samples', '-C', project);
  expect(said.exitCode).toBe(0);
  for (const words of [
    'lab.csv, row 2, column pH: 15 cannot be',
    'lab.csv, column 镉（mg/L）: mg/L is not accepted for Cd',
    'lab.csv, column 铅: No unit is stated for Pb',
    'lab.csv, row 3: The sample has neither a position nor a unit',
  ])
    expect(said.warnings.join('\n')).toContain(words);
  const again = await aftermine('diagnose', '-C', project);
  expect(again.warnings.join('\n')).toContain('inputs/lab.csv, row 2, column pH: 15 cannot be');
});
