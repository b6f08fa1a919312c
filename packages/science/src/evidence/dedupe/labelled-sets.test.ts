import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeWithData, golden } from '../../../../../test/golden.ts';
import { deduplicate } from './deduplicate.ts';
import { readAsysd, readIebh } from './labelled-sets.fixture.ts';

const DIABETES = golden('evidence/asysd_labelled_test_set.csv');
const COPPER = golden('evidence/iebh_copper.xml');

describeWithData('records that people labelled', DIABETES, () => {
  test('1845 records on diabetes: 1260 of 1261 duplicates found, none too many', () => {
    const { references, isDuplicate } = readAsysd(readFileSync(DIABETES, 'latin1'));
    expect([references.length, isDuplicate.filter(Boolean).length]).toEqual([1845, 1261]);
    // Of each work one record is labelled unique and the others duplicates: a group with two unique ones is wrong.
    const unique = deduplicate(references).kept.map(
      ({ keys }) => keys.filter((key) => !isDuplicate[Number(key.split('#')[1])]).length,
    );
    const tooMany = unique.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
    const missed = unique.filter((count) => count === 0).length;
    expect(tooMany).toBe(0);
    expect((1261 - missed) / 1261).toBeGreaterThanOrEqual(0.9992);
  });

  test('505 records on copper: every record with a double is in a group, no other is', () => {
    const { references, isDuplicate } = readIebh(readFileSync(COPPER, 'utf8'));
    expect([references.length, isDuplicate.filter(Boolean).length]).toEqual([505, 281]);
    const grouped = new Set(deduplicate(references).groups.flat());
    expect(references.filter(({ key }, i) => grouped.has(key) !== isDuplicate[i])).toEqual([]);
  });
});
