import { unknown } from '@aftermine/science/base';
import {
  diagnoseSettingsSchema,
  diagnoseUnits,
  noRecovery,
  terrainIndicators,
  type UnitFacts,
} from '@aftermine/science/diagnose';
import type { FieldSample, Site } from '@aftermine/science/site';
import { describe, expect, test } from 'vitest';
import type { DiagnosisReport } from '../../ports/index.ts';
import { diagnosisHtml } from './diagnosis-html.ts';
import { MAX_SHEETS } from './diagnosis-page.ts';

const EVIL = '<script>alert(1)</script> & "排土场"';
const square = (west: number) =>
  [
    [
      [
        [500_000 + west, 4_300_000],
        [500_400 + west, 4_300_000],
        [500_400 + west, 4_300_400],
        [500_000 + west, 4_300_400],
        [500_000 + west, 4_300_000],
      ],
    ],
  ] as const;

const known = (value: number) => ({
  kind: 'known' as const,
  value,
  low: value - 1,
  high: value + 1,
  evidence: { kind: 'raster' as const, source: 'dem.tif', count: 40 },
});
const cadmium = (value: number): FieldSample[] => [
  {
    id: EVIL,
    kind: 'soil',
    x: null,
    y: null,
    unitId: 'U1',
    date: null,
    depthFromCm: null,
    depthToCm: null,
    values: { Cd: { value }, pH: { value: 7 } },
  },
];
const facts = (id: string, changes: Partial<UnitFacts> = {}): UnitFacts => ({
  id,
  name: null,
  areaHa: 16,
  kind: 'unit',
  register: null,
  terrain: terrainIndicators(null, null),
  recovery: noRecovery(unknown('no-observation')),
  samples: [],
  unsupported: unknown('nearest-sample', { metres: 900, support: 500 }),
  ...changes,
});

function report(count = 3): DiagnosisReport {
  const settings = diagnoseSettingsSchema.parse({
    goals: { U2: { kind: 'novel-ecosystem', statement: EVIL } },
  });
  const units = Array.from({ length: count }, (_, i) => facts(`U${i + 1}`));
  units[0] = facts('U1', {
    name: EVIL,
    samples: cadmium(9),
    unsupported: null,
    terrain: { ...terrainIndicators(null, null), 'slope-p90': known(31) },
  });
  const judged = diagnoseUnits([...units, facts('R1', { kind: 'reference' })], settings);
  const site: Site = {
    name: EVIL,
    crs: 'EPSG:4547',
    boundary: square(0),
    units: units.map(({ id, name }, i) => ({
      id,
      name,
      damage: i === 0 ? ('tailings-pond' as const) : null,
      yearDamaged: i === 0 ? 2004 : null,
      yearReclaimed: null,
      ...(i === 0
        ? {
            register: {
              landClass: null,
              owner: EVIL,
              village: null,
              basicFarmland: true,
              target: null,
              waterM3HaYr: null,
            },
          }
        : {}),
      geometry: square(i % 5),
      properties: {},
    })),
    references: [{ id: 'R1', name: null, geometry: square(100) }],
  };
  return {
    projectName: EVIL,
    version: '1.2.3',
    site,
    result: {
      observedTo: null,
      ...judged,
      layers: [{ kind: 'soil-Cd', path: 'rasters/soil/soil-Cd.tif', sha256: 'ab', unit: 'mg/kg' }],
      surfaces: [
        {
          element: 'Cd',
          method: 'ordinary-kriging',
          places: 14,
          belowDetection: 2,
          rootMeanSquare: 0.31,
          skill: 0.42,
          standardised: 1.1,
          reason: null,
        },
      ],
      sampleCount: 1,
      notes: [{ key: 'diagnosis-note.no-terrain', params: {} }],
    },
  };
}

const wordsOf = (page: string): string =>
  page
    .replace(/<style[\s\S]*?<\/style>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(['zh', 'en'] as const)('the diagnosis report in %s', (language) => {
  const page = diagnosisHtml(report(), language);

  test('fetches nothing, holds no script, and escapes what users wrote', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|\son\w+=|\b(?:src|action)=|@import|https?:\/\//);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;排土场&quot;');
  });

  test('every unit and reference area has a sheet, and every link leads somewhere', () => {
    for (const id of ['U1', 'U2', 'U3', 'R1']) expect(page).toContain(`id="u-${id}"`);
    for (const link of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${link[1]}"`);
  });

  test('a sheet tells what the registers say, and nothing where they are silent', () => {
    const [first, second] = ['U1', 'U2'].map(
      (id) => page.split(`id="u-${id}"`)[1]?.split('</article>')[0] ?? '',
    ) as [string, string];
    const words =
      language === 'zh' ? ['尾矿库', '永久基本农田'] : ['tailings pond', 'Permanent basic farmland'];
    for (const word of [...words, '2004']) {
      expect(first).toContain(word);
      expect(second).not.toContain(word);
    }
  });

  test('a finding beside its unit does not name it again', () => {
    expect(wordsOf(page)).not.toMatch(/U1[:：]/);
    expect(page).toContain('CGCS2000');
  });

  test('no key, placeholder or sentinel is left in the words', () => {
    expect(wordsOf(page)).not.toMatch(
      /\{\w+\}|\b(finding|diagnosis-page|unknown|indicator|rule|change|measure)\.[a-z]/,
    );
    expect(wordsOf(page)).not.toMatch(/\b(NaN|null|undefined|Infinity|-9999|\[object)\b/);
  });

  test('what is not known says why, and an unverified limit says so', () => {
    expect(wordsOf(page)).toContain('900');
    expect(wordsOf(page)).toContain(language === 'zh' ? '暂定' : 'provisional');
    expect(wordsOf(page)).toContain('240');
  });

  test('same report, same bytes', () => {
    expect(diagnosisHtml(report(), language)).toBe(page);
  });
});

test('very many units keep a page that opens: the gravest have sheets, the rest is named', () => {
  const page = diagnosisHtml(report(3000), 'en');
  expect([...page.matchAll(/<article class="sheet"/g)]).toHaveLength(MAX_SHEETS);
  expect(page).toContain('id="u-U1"');
  expect(wordsOf(page)).toContain(`${3001 - MAX_SHEETS} are left out here`);
  expect(page.length).toBeLessThan(5_000_000);
});
