import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { PriorityReport } from '../../ports/index.ts';
import { sampleReport } from '../plan-report/sample-plan.fixture.ts';
import { priorityDocx } from './priority-docx.ts';
import { priorityWorkbook } from './priority-workbook.ts';

const { result: plan } = sampleReport();
const [first, second, third] = plan.units;
const row = (
  unit: (typeof plan.units)[number],
  rank: number | null,
  cost: number | null,
  within: boolean | null,
) => ({
  rank,
  unit: unit.id,
  name: unit.name,
  village: null,
  areaHa: unit.areaHa,
  risk: 'danger' as const,
  need: rank === null ? null : 0.5,
  carriedBy: { kind: 'hazard' as const, factors: ['stability' as const] },
  problems: [`${unit.id}:x`],
  package: cost === null ? null : (unit.choice?.id ?? null),
  year: unit.choice?.year ?? null,
  cost,
  cumulated: cost,
  within,
  notChosen: cost === null ? 'no-room' : null,
});
const report: PriorityReport = {
  projectName: '北山 <煤矿> & Co',
  version: '0.0.0',
  plan,
  diagnosis: {
    observedTo: 2024,
    findings: [first, second, third].map((unit) => ({ id: `${unit!.id}:x`, factor: 'stability' })),
  } as unknown as PriorityReport['diagnosis'],
  list: {
    currency: 'CNY',
    budget: 100,
    lastWithin: 1,
    rows: [row(first!, 1, 90, true), row(second!, 2, 190, false), row(third!, null, null, null)],
  },
};
const wordsOf = (bytes: Uint8Array, part: string): string => strFromU8(unzipSync(bytes)[part]!);

describe.each(['en', 'zh'] as const)('the priority list as files (%s)', (language) => {
  test('the document shows every unit, the line where it belongs, and gives equal bytes for equal content', async () => {
    const bytes = await priorityDocx(report, language);
    const xml = wordsOf(bytes, 'word/document.xml');
    const text = xml.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
    for (const unit of [first!, second!, third!]) expect(text).toContain(`|${unit.id}|`);
    const line = text.indexOf(language === 'zh' ? '资金线' : 'Line of the budget');
    expect(line).toBeGreaterThan(text.indexOf(`|${first!.id}|`));
    expect(line).toBeLessThan(text.indexOf(`|${second!.id}|`));
    expect(xml).toContain('&lt;煤矿&gt; &amp; Co');
    expect(xml).toContain('w:tblHeader');
    expect(text).not.toMatch(/priority\.|undefined|NaN|\{\w+\}/);
    expect(await priorityDocx(report, language)).toEqual(bytes);
  });

  test('the workbook adds up by formulas, with the values they come to', () => {
    const xml = wordsOf(priorityWorkbook(report, language), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<f>M\d+\+L\d+<\/f><v>190<\/v>/);
    expect(xml).toMatch(/<f>E\d+\*15<\/f>/);
    expect(xml).not.toMatch(/priority\.|undefined|NaN|\{\w+\}/);
  });
});
