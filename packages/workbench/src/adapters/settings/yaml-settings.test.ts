import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NodeFiles } from '../files/node-files.ts';
import { YamlSettings } from './yaml-settings.ts';

let dir: string;
const yaml = new YamlSettings(new NodeFiles());
const write = (text: string): void => writeFileSync(join(dir, 'aftermine.yaml'), text);
const failure = (body: () => unknown): AftermineError => {
  try {
    body();
  } catch (error) {
    if (error instanceof AftermineError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aftermine-settings-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('aftermine.yaml', () => {
  test('a draft of either language is read back with every default', () => {
    for (const language of ['zh', 'en'] as const) {
      write(
        yaml.draft({
          name: '北山: "煤矿"',
          boundary: 'inputs/边界.geojson',
          units: 'inputs/u.geojson',
          language,
        }),
      );
      const { settings } = yaml.load(dir);
      expect(settings.name).toBe('北山: "煤矿"');
      expect(settings.boundary).toBe('inputs/边界.geojson');
      expect(settings.units?.id).toBe('id');
      expect(settings.observe.composite).toBe('medoid');
      expect(settings.observe.season).toEqual({ from: '06-01', to: '09-30' });
      expect(settings.language).toBe(language);
    }
  });

  test('an unknown key is refused with its line', () => {
    write('name: a\nboundary: b\nobserve:\n  composit: median\n');
    const error = failure(() => yaml.load(dir));
    expect(error.code).toBe('E-SET-002');
    expect(error.where).toBe('aftermine.yaml:4');
    expect(error.params['key']).toBe('observe.composit');
  });

  test('a value out of range is refused with its key', () => {
    write('name: a\nboundary: b\nobserve:\n  season: {from: 13-01, to: 09-30}\n');
    expect(failure(() => yaml.load(dir)).params['key']).toBe('observe.season.from');
  });

  test('broken YAML is refused with line and column', () => {
    write('name: a\nboundary: [b\n');
    const error = failure(() => yaml.load(dir));
    expect(error.code).toBe('E-SET-001');
    expect(error.where).toMatch(/^aftermine\.yaml:\d+:\d+$/);
  });

  test('a billion laughs do not expand', () => {
    write(
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\nname: *d\nboundary: x\n`,
    );
    expect(failure(() => yaml.load(dir)).code).toBe('E-SET-001');
  });

  test('--set overrides one key for one run and leaves the file alone', () => {
    write('name: a\nboundary: b\n');
    expect(
      yaml.load(dir, ['observe.composite=median', 'observe.rsei.gate=false']).settings.observe.composite,
    ).toBe('median');
    expect(readFileSync(join(dir, 'aftermine.yaml'), 'utf8')).toBe('name: a\nboundary: b\n');
    expect(failure(() => yaml.load(dir, ['composite'])).code).toBe('E-SET-003');
  });

  test('setting a key keeps the comments', () => {
    write('# my mine\nname: a # short\nboundary: b\n');
    yaml.set(dir, ['units', 'file'], 'inputs/units.gpkg');
    yaml.addTo(dir, ['observe', 'scenes'], '/data/scenes');
    yaml.addTo(dir, ['observe', 'scenes'], '/data/scenes');
    const text = readFileSync(join(dir, 'aftermine.yaml'), 'utf8');
    expect(text).toContain('# my mine');
    expect(text).toContain('# short');
    const { settings } = yaml.load(dir);
    expect(settings.units?.file).toBe('inputs/units.gpkg');
    expect(settings.observe.scenes).toEqual(['/data/scenes']);
  });

  test('a key that is taken away takes no comment along, and no group is left empty', () => {
    write(
      [
        '# my mine',
        'name: a',
        'boundary: b # drawn in 2024',
        'plan:',
        '  # the county gives this much',
        '  years: 5',
        '  # agreed in June',
        '  budget: {2026: 900, 2027: 800} # yuan',
        '  horizon: 20',
        '  topsoil:',
        '    # measured',
        '    stockM3: 5000',
        '# last words',
        '',
      ].join('\n'),
    );
    yaml.remove(dir, ['plan', 'budget', '2027']);
    expect(yaml.load(dir).settings.plan.budget).toEqual({ 2026: 900 });
    yaml.remove(dir, ['plan', 'budget', '2026']);
    yaml.remove(dir, ['plan', 'topsoil', 'stockM3']);
    yaml.remove(dir, ['plan', 'nobody', 'knows']);
    yaml.remove(dir, ['name', 'below']);
    const { settings } = yaml.load(dir);
    expect(settings.plan.budget).toBeUndefined();
    expect(settings.plan.topsoil).toBeUndefined();
    expect([settings.name, settings.plan.years, settings.plan.horizon]).toEqual(['a', 5, 20]);
    const lines = readFileSync(join(dir, 'aftermine.yaml'), 'utf8').split('\n');
    const comments = ['my mine', 'drawn in 2024', 'the county', 'agreed', 'yuan', 'measured', 'last words'];
    for (const words of comments)
      expect(lines.filter((line) => line.includes(words) && line.includes('#'))).toHaveLength(1);
    expect(lines.findIndex((line) => line.includes('agreed'))).toBeLessThan(
      lines.findIndex((line) => line.includes('horizon')),
    );
    yaml.remove(dir, ['plan', 'years']);
    yaml.remove(dir, ['plan', 'horizon']);
    expect(readFileSync(join(dir, 'aftermine.yaml'), 'utf8')).not.toContain('plan:');
    expect(yaml.load(dir).settings.plan.years).toBe(5);
  });

  test('settings are the same whatever the order of keys', () => {
    write('name: a\nboundary: b\nlanguage: en\n');
    const first = yaml.load(dir).settings;
    write('language: en\nboundary: b\nname: a\n');
    expect(yaml.load(dir).settings).toEqual(first);
  });

  test('a folder without settings is no project', () => {
    expect(failure(() => yaml.load(join(dir, 'nowhere'))).code).toBe('E-PRJ-001');
  });
});
