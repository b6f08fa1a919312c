import { describe, expect, test } from 'vitest';
import { compareJournals, readJournal } from './journal-names.ts';

const same = (a: string | null, b: string | null, issnA: string | null = null, issnB: string | null = null) =>
  compareJournals(readJournal(a, issnA, null), readJournal(b, issnB, null));

describe('journals', () => {
  test.each([
    ['J Hosp Infect', 'The Journal of Hospital Infection'],
    ['Curr. Opin. Lipidol.', 'Current Opinion in Lipidology'],
    ['JAMA', 'Journal of the American Medical Association'],
    ['Obesity (Silver Spring)', 'Obesity'],
    ["Circulation. Conference: American Heart Association's Scientific Sessions", 'Circulation'],
    ['Int J Cardiol', 'International Journal of Cardiology'],
    ['中国矿业', '中国矿业'],
  ])('%s is %s', (a, b) => expect(same(a, b)).toBe(1));

  test('one shared ISSN settles it, print or electronic', () => {
    expect(same('Zhonghua Wai Ke Za Zhi', 'Chinese Journal of Surgery', '0529-5815', '05295815')).toBe(1);
    expect(same('A', 'B', '0012-186X\n1432-0428', '1432-0428 (Electronic)')).toBe(1);
  });

  test('other names differ; a name that goes on, and a missing one, are not known', () => {
    expect(same('Diabetologia', 'Circulation')).toBe(-1);
    expect(same('Diabetes', 'Diabetes Care')).toBe(0);
    expect(same(null, 'Circulation')).toBe(0);
  });
});
