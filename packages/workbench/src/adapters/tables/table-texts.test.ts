import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasText, say } from '@aftermine/science/base';
import { ANALYTE_IDS, SAMPLE_KINDS } from '@aftermine/science/site';
import { expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';
import { parseSamples } from './read-samples.ts';

const source = (folder: string): string =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, folder, name), 'utf8'))
    .join('\n');

test('every warning of vector files and samples has its words', () => {
  const text = source('.') + source('../vectors');
  const keys = new Set([...text.matchAll(/'((?:vector|sample)\.[a-z-]+)'/g)].map((match) => match[1]!));
  expect(keys.size).toBeGreaterThan(15);
  expect([...keys].filter((key) => !hasText(key))).toEqual([]);
});

test('every problem of a sample has its words', () => {
  const science = readFileSync(
    join(import.meta.dirname, '../../../../science/src/site/field-samples.ts'),
    'utf8',
  );
  const keys = new Set(
    [...(science + source('.')).matchAll(/(?:tell|problem)\(\s*'([a-z-]+)'/g)].map((match) => match[1]!),
  );
  expect(keys.size).toBeGreaterThan(18);
  expect([...keys].filter((key) => !hasText(`sample.${key}`))).toEqual([]);
});

test('problems fill every place of their words', () => {
  const file = parseSamples(
    [
      parseCsv(
        '编号,图斑,日期,采样深度,X,Y,镉,铅(mmol/kg),pH,Hg(mg/kg),As(mg/kg),Zn(mg/kg),clay(%),silt(%),sand(%),Zn(ug/kg),盖度(%),备注\n' +
          'A,T1,x,表层,3331000,38455900,1,1,15,ND,0,>5,10,10,10,abc,3,\n' +
          'A,T1,,0-20,3331000,38455900,1,1,7,0.1,1,5,10,10,10,7,3,\n' +
          'A,T1,,0-20,3331000,38455900,1,1,7,0.1,1,5,10,10,10,7,3,\n' +
          'B,,,,38.5,112.5,,,7,,,,,,,,,\nC,T9,,,3331000,38465900,,,7,,,,,,,,,\nD,T1,,,3331000,38465900,,,7,,,,,,,,,\n' +
          'E,,,,3331000,38465900,,,7,,,,,,,,,\nF,,,,3331000,38455900,,,,,,,,,,,,\n',
        'a.csv',
      ),
    ],
    'a.csv',
    {
      site: {
        crs: 'EPSG:4526',
        boundary: [
          [
            [
              [38_455_000, 3_330_000],
              [38_456_000, 3_330_000],
              [38_456_000, 3_332_000],
              [38_455_000, 3_330_000],
            ],
          ],
        ],
        areas: [
          {
            id: 'T1',
            geometry: [
              [
                [
                  [38_455_000, 3_330_000],
                  [38_456_000, 3_330_000],
                  [38_456_000, 3_332_000],
                  [38_455_000, 3_330_000],
                ],
              ],
            ],
          },
        ],
      },
    },
  );
  expect(new Set(file.problems.map(({ key }) => key)).size).toBeGreaterThan(14);
  for (const { key, params } of [...file.problems, ...file.warnings]) {
    for (const language of ['en', 'zh'] as const) expect(say(language, key, params), key).not.toMatch(/[{}]/);
  }
});

test('every analyte and kind of sample has a label', () => {
  expect(ANALYTE_IDS.filter((id) => !hasText(`analyte.${id}`))).toEqual([]);
  expect(SAMPLE_KINDS.filter((kind) => !hasText(`sample-kind.${kind}`))).toEqual([]);
});
