import type { ProgrammeRecord, SeasonResult } from '@aftermine/science/control';
import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { ObservationResult } from '@aftermine/science/observe';
import type { PlanResult } from '@aftermine/science/plan';
import type { Site } from '@aftermine/science/site';
import type { ProjectSnapshot } from './project-snapshot.ts';

const LARGE = { large: true } as const;

/** The site of a project; null before it has one. */
export function siteOf(snapshot: ProjectSnapshot): Promise<Site | null> {
  return snapshot.stored('site', (store) => store.site(), LARGE);
}

/** Null before `observe`. */
export function observationOf(snapshot: ProjectSnapshot): Promise<ObservationResult | null> {
  return snapshot.stored('observation', (store) => store.observation(), LARGE);
}

/** Null before `diagnose`. */
export function diagnosisOf(snapshot: ProjectSnapshot): Promise<DiagnosisResult | null> {
  return snapshot.stored('diagnosis', (store) => store.diagnosis(), LARGE);
}

/** The plan that was solved beside a programme in force; null where there is none. */
export function solvedPlanOf(snapshot: ProjectSnapshot): Promise<PlanResult | null> {
  return snapshot.stored('solved-plan', (store) => store.solvedPlan(), LARGE);
}

/** What is carried out: the plan as it was solved, and once one is adopted that of the programme; null before `plan solve`. */
export function planOf(snapshot: ProjectSnapshot): Promise<PlanResult | null> {
  return snapshot.stored('plan', (store) => store.plan(), LARGE);
}

/** The programme in force; null before the first season. */
export function programmeOf(snapshot: ProjectSnapshot): Promise<ProgrammeRecord | null> {
  return snapshot.stored('programme', (store) => store.programme(), LARGE);
}

/** What is carried out: the plan of the programme in force, or else the plan. */
export async function planInForce(snapshot: ProjectSnapshot): Promise<PlanResult | null> {
  return (await programmeOf(snapshot))?.plan ?? planOf(snapshot);
}

/** Currency of what is carried out, without reading its units; null before there is a plan. */
export function currencyInForce(snapshot: ProjectSnapshot): Promise<string | null> {
  return snapshot.tables('currency', async (tables) => {
    const programme = tables.record('programme');
    const plan =
      programme === null
        ? tables.record('plan')
        : (JSON.parse(String(programme['plan'])) as Record<string, unknown>);
    return (plan?.['currency'] as string | undefined) ?? null;
  });
}

/** Years of the seasons that were run, in order. */
export function seasonYears(snapshot: ProjectSnapshot): Promise<readonly number[]> {
  return snapshot.tables('season-years', async (tables) =>
    tables.rows('SELECT year FROM aftermine_seasons ORDER BY year').map((row) => Number(row['year'])),
  );
}

/** Which steps have left a record. */
export function recordsThere(
  snapshot: ProjectSnapshot,
): Promise<Readonly<Record<'observation' | 'diagnosis' | 'plan' | 'season', boolean>>> {
  return snapshot.tables('records-there', async (tables) => {
    const names = new Set(tables.rows('SELECT name FROM aftermine_records').map((row) => row['name']));
    return {
      observation: names.has('observation'),
      diagnosis: names.has('diagnosis'),
      plan: names.has('plan'),
      season: tables.value('SELECT 1 FROM aftermine_seasons LIMIT 1') !== null,
    };
  });
}

export function seasonOf(snapshot: ProjectSnapshot, year: number): Promise<SeasonResult | null> {
  return snapshot.stored(`season-${year}`, (store) => store.season(year), LARGE);
}

/** The last season; null before the first. */
export async function lastSeason(snapshot: ProjectSnapshot): Promise<SeasonResult | null> {
  const year = (await seasonYears(snapshot)).at(-1);
  return year === undefined ? null : seasonOf(snapshot, year);
}

/** First and last year of the plan; null before there is one. */
export function planSpan(snapshot: ProjectSnapshot): Promise<readonly [first: number, last: number] | null> {
  return snapshot.tables('plan-span', async (tables) => {
    const plan = tables.record('plan') as Pick<PlanResult, 'start' | 'years'> | null;
    return plan === null ? null : [plan.start, plan.start + plan.years - 1];
  });
}
