import { describe, expect, test } from 'vitest';
import { verbs } from '../contract/index.ts';
import { quoted } from '../contract/typed-line.ts';
import { commandLineOf, type ReadCommandRequest } from './command-line.ts';

const folders: string[] = [];
const place = {
  dir: '/w/北山',
  language: 'en' as const,
  fileOf: (given: string, anywhere: boolean): string => {
    if (anywhere) folders.push(given);
    return `/w/北山/${given}`;
  },
};
const lineOf = (request: Partial<ReadCommandRequest> & { readonly verb: string }) =>
  commandLineOf({ args: [], options: {}, ...request }, place);

describe('a request as a command line', () => {
  test('is what a person would type, and what is run', () => {
    const { argv, line } = lineOf({
      verb: 'alert ack',
      args: ['2031-U1-cover'],
      options: { by: 'Li Wei', due: '2031-06-01' },
    });
    expect(line).toBe("aftermine alert ack 2031-U1-cover -C /w/北山 --by 'Li Wei' --due 2031-06-01");
    expect(argv).toEqual([
      'alert',
      'ack',
      '--dir=/w/北山',
      '--json',
      '--lang=en',
      '--by=Li Wei',
      '--due=2031-06-01',
      '--',
      '2031-U1-cover',
    ]);
  });

  test('lists are given item by item, a list without items as the option alone, flags only when true', () => {
    expect(lineOf({ verb: 'check --accept', args: ['overlap', 'sliver'] }).argv).toEqual([
      'check',
      '--dir=/w/北山',
      '--json',
      '--lang=en',
      '--accept=overlap',
      '--accept=sliver',
    ]);
    expect(lineOf({ verb: 'propose', options: { accept: [], 'min-area': 0.5 } }).argv.slice(-2)).toEqual([
      '--accept',
      '--min-area=0.5',
    ]);
    expect(lineOf({ verb: 'observe', options: { force: false } }).argv).not.toContain('--force');
    expect(lineOf({ verb: 'check --fix' }).argv).toContain('--fix');
  });

  test('an export goes into a place of its own, whatever it is called', () => {
    const { argv, line } = lineOf({
      verb: 'export',
      args: ['units'],
      options: { format: 'zip', encoding: 'gbk' },
    });
    expect(argv).toContain('--output=/w/北山/exports/units.zip');
    expect(line).toContain('-o /w/北山/exports/units.zip');
    for (const [layer, format] of [
      ['../x', 'zip'],
      ['units', '../zip'],
      ['units', 'zip/../../x'],
      ['', 'zip'],
    ])
      expect(() => lineOf({ verb: 'export', args: [layer!], options: { format: format! } })).toThrow(
        'E-SRV-012',
      );
  });

  test('nothing of a request becomes another option, another folder or another file', () => {
    const { argv } = lineOf({
      verb: 'alert show',
      args: ['--dir=/etc'],
    });
    expect(argv.slice(-2)).toEqual(['--', '--dir=/etc']);
    const note = lineOf({
      verb: 'alert ack',
      args: ['-C'],
      options: { by: '-C /etc', note: '--output=/etc/x' },
    });
    expect(note.argv.filter((word) => word.startsWith('-C') || word.startsWith('--output'))).toEqual(['-C']);
    expect(note.argv.indexOf('-C')).toBeGreaterThan(note.argv.indexOf('--'));
    for (const name of ['output', 'o', 'C', 'dir', 'overwrite', 'seed', '__proto__', 'constructor', '-o'])
      expect(() => lineOf({ verb: 'alert ack', args: ['x'], options: { [name]: 'x' } })).toThrow('E-SRV-012');
  });

  test('what a verb does not take is refused: arguments, kinds of values, characters no process takes', () => {
    expect(() => lineOf({ verb: 'status', args: ['x'] })).toThrow('E-SRV-012');
    expect(() => lineOf({ verb: 'observe', options: { force: 'yes' } })).toThrow('E-SRV-012');
    expect(() => lineOf({ verb: 'season', options: { year: '2030' } })).toThrow('E-SRV-012');
    expect(() => lineOf({ verb: 'alert ack', args: ['x'], options: { by: ['a'] } })).toThrow('E-SRV-012');
    expect(() => lineOf({ verb: 'alert ack', args: ['x\0'], options: {} })).toThrow('E-SRV-012');
  });

  test('files are asked for by their own rule, ids are not', () => {
    expect(
      lineOf({ verb: 'action evidence', args: ['2031-U1', 'photo.jpg'], options: { by: 'x' } }).argv.slice(
        -2,
      ),
    ).toEqual(['2031-U1', '/w/北山/photo.jpg']);
    expect(lineOf({ verb: 'import', args: ['a.shp', 'b.csv'] }).argv.slice(-2)).toEqual([
      '/w/北山/a.shp',
      '/w/北山/b.csv',
    ]);
  });

  test('only scenes may lie anywhere', () => {
    folders.length = 0;
    lineOf({ verb: 'import', args: ['/data/s2'], options: { as: 'scenes' } });
    lineOf({ verb: 'import', args: ['/data/units.shp'], options: { as: 'units' } });
    lineOf({ verb: 'observe', options: { scenes: ['/data/l8'] } });
    expect(folders).toEqual(['/data/s2', '/data/l8']);
  });

  test('words with anything but letters and figures are quoted for a shell', () => {
    expect(quoted('北山-1.zip')).toBe('北山-1.zip');
    expect(quoted("a'b $HOME")).toBe("'a'\\''b $HOME'");
    expect(quoted('')).toBe("''");
  });
});

test('every verb is named once, and in the words of the command line', () => {
  const names = verbs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
