import { createHash } from 'node:crypto';
import { policyPanel } from '@aftermine/science/control';
import { seasonTrace } from '@aftermine/science/report/season';
import {
  exampleLedger,
  exampleProgramme,
  exampleSeason,
} from '../../../../science/src/control/season/season-example.fixture.ts';
import type { SeasonReport } from '../../ports/index.ts';
import { samplePlan } from '../plan-report/sample-plan.fixture.ts';
import { sampleSite } from '../plan-report/sample-site.fixture.ts';

/** Not SHA-256 of this file, but of its text: the history of the sample is bound as real ones are. */
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const NAMES = {
  ...samplePlan.names,
  measures: { ...samplePlan.names.measures, seed: { en: 'Seed native grasses', zh: '乡土草种撒播' } },
};

/** The report of the example season on the sample site, two seasons before it. */
export function sampleSeasonReport(
  units: readonly string[] = samplePlan.units.map(({ id }) => id),
): SeasonReport {
  const names = Object.fromEntries(samplePlan.units.map(({ id, name }) => [id, name ?? id]));
  const plan = { ...samplePlan, names: NAMES };
  const of = { units, names, plan };
  const season = exampleSeason(of);
  return {
    projectName: '北山煤矿',
    version: '0.1.0',
    site: sampleSite,
    season,
    names: NAMES,
    programme: exampleProgramme(plan, [2026, 2027, 2028]),
    earlier: [2026, 2027].map((year) => seasonTrace(exampleSeason({ ...of, year }))),
    alarms: season.alarms,
    ledger: exampleLedger(sha256, units[0]),
    people: [
      { id: 'li', name: '李工', role: 'engineer' },
      { id: 'zhao', name: '赵队长', role: 'field' },
    ],
    evidence: new Map([['evidence/0123456789ab-photo.jpg', 'kept']]),
    today: '2029-08-01',
    policy: samplePolicy(),
  };
}

let panel: SeasonReport['policy'] | null = null;

/** Playing every game takes a second: once is enough. */
function samplePolicy(): SeasonReport['policy'] {
  panel ??= policyPanel({
    units: [
      {
        unit: 'U2',
        state: 'established',
        recovery: { rate: 0.2, lnRateSd: 0.1, asymptote: 0.75, survival: 0.8 },
      },
    ],
  });
  return panel;
}
