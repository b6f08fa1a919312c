import type { Finding, UnitDiagnosis } from '@aftermine/science/diagnose';
import { INDICATOR_IDS } from '@aftermine/science/diagnose';
import { expect, test } from 'vitest';
import { aspectSheets } from './aspects.ts';

const nothing = Object.fromEntries(INDICATOR_IDS.map((id) => [id, { kind: 'unknown', reason: 'no-dem' }]));
const unit = (more: object, pollutants: readonly object[] = []) =>
  ({ indicators: { ...nothing, ...more }, pollutants }) as unknown as UnitDiagnosis;
const finding = (factor: string, severity: string) =>
  ({ factor, severity, verdict: 'problem' }) as unknown as Finding;

test('a side nobody looked at has no light, neither green nor red', () => {
  for (const { standing } of aspectSheets(unit({}), [], false)) expect(standing).toBeNull();
});

test('a side is green where something of it is known and nothing was found', () => {
  const known = { kind: 'known', value: 60, low: null, high: null };
  const sheets = aspectSheets(unit({ 'soil-depth': known }, [{ samples: 3 }]), [], true);
  const green = sheets.filter(({ standing }) => standing === 'clean').map(({ aspect }) => aspect);
  expect(green).toEqual(['soil', 'pollution', 'social']);
});

test('every finding stands on one side, and every indicator too', () => {
  const findings = [finding('slope', 'major'), finding('erosion', 'critical'), finding('planting', 'minor')];
  const sheets = aspectSheets(unit({}), findings, false);
  expect(sheets.flatMap((sheet) => sheet.findings)).toHaveLength(findings.length);
  expect(sheets.flatMap((sheet) => sheet.indicators).sort()).toEqual([...INDICATOR_IDS].sort());
  expect(sheets.find(({ aspect }) => aspect === 'stability')?.standing).toBe('critical');
  expect(sheets.find(({ aspect }) => aspect === 'vegetation')?.standing).toBe('minor');
});
