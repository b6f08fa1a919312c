import { describe, expect, test } from 'vitest';
import { candidatesOf, outcomeContext } from '../../plan/index.ts';
import { exampleLibrary, settingsOf, UNITS } from '../../plan/plan-example.fixture.ts';
import { drawTruth, LIKELY_TRUTH } from './drawn-truth.ts';
import { courseEvents, trueCourse, trueOutcome } from './true-outcome.ts';
import { worthOption } from './worth-option.ts';
import { worthSettingsSchema } from './worth-settings.ts';

const library = exampleLibrary();
const START = 2025;
const settings = settingsOf({ discountRate: 0.04 });
const outcomes = outcomeContext(library, settings, START);
const OPTIONS = UNITS.flatMap((unit) =>
  candidatesOf(unit, library, settings, START).candidates.flatMap((candidate) =>
    [START, START + 2].map((year) => worthOption(candidate, year, { library, outcomes, repairShare: 0.4 })),
  ),
);
const SETTINGS = worthSettingsSchema.parse({});
const TIMES = { start: START, horizon: 20, discountRate: 0.04, seasonAt: 0.55 };
const LIKELY = { truth: LIKELY_TRUTH, settings: SETTINGS, times: TIMES };
const [FIRST] = OPTIONS;

describe('trueOutcome', () => {
  test('in the future the plan reckons with every option comes to what the plan says', () => {
    expect(OPTIONS.length).toBeGreaterThan(4);
    for (const option of OPTIONS) {
      const { objectives, publicCost } = trueOutcome(option, [], LIKELY);
      for (const [id, value] of Object.entries(option.outcome.objectives))
        expect(objectives[id as 'npv']).toBeCloseTo(value, 8);
      expect(publicCost).toBe(option.outcome.publicCost);
    }
  });

  test('planting again costs its share of the works, discounted to the start, and gives its work', () => {
    const option = FIRST!;
    const works = option.candidate.bill
      .filter(({ kind, payer }) => kind === 'works' && payer === 'public')
      .reduce((sum, { quantity, item }) => sum + quantity * item.cost[1], 0);
    const [without, again] = [trueOutcome(option, [], LIKELY), trueOutcome(option, [START + 3], LIKELY)];
    expect(again.publicCost - without.publicCost).toBeCloseTo(0.4 * works, 8);
    expect(without.objectives.npv - again.objectives.npv).toBeCloseTo((0.4 * works) / 1.04 ** 3, 8);
    expect(again.objectives.livelihood).toBeGreaterThan(without.objectives.livelihood);
    expect(again.objectives.ecology).toBeGreaterThan(without.objectives.ecology);
  });

  test('a drought halves what lives of what is planted into it, a later one does nothing', () => {
    const drought = (year: number) => ({
      ...LIKELY,
      truth: { ...LIKELY_TRUTH, isDrought: (one: number) => one === year },
    });
    const [planting] = courseEvents(FIRST!, [], drought(Math.ceil(FIRST!.course.readyAfter + START - 0.55)));
    expect(planting).toMatchObject({ survival: 0.5 * FIRST!.course.survival });
    expect(courseEvents(FIRST!, [], drought(START + 9))).toEqual(courseEvents(FIRST!, [], LIKELY));
  });

  test('a die-off takes from ecology and carbon, and nothing else', () => {
    const lost = {
      ...LIKELY,
      truth: { ...LIKELY_TRUTH, dieOff: (_: string, year: number) => (year === START + 6 ? 0.6 : 0) },
    };
    const [whole, hit] = [trueOutcome(FIRST!, [], LIKELY), trueOutcome(FIRST!, [], lost)];
    expect(hit.objectives.ecology).toBeLessThan(whole.objectives.ecology);
    expect(hit.objectives.carbon).toBeLessThan(whole.objectives.carbon);
    expect(hit.objectives.npv).toBe(whole.objectives.npv);
    expect(hit.objectives.livelihood).toBe(whole.objectives.livelihood);
  });

  test('land without works is the same under every package of a unit; land that is only guarded comes at least as far', () => {
    for (let future = 0; future < 30; future += 1) {
      const truth = drawTruth(1, future, SETTINGS);
      const wild = new Map<string, number>();
      for (const option of OPTIONS) {
        const { without, with: after } = trueCourse(option, truth);
        const known = wild.get(option.candidate.unit.id);
        if (known !== undefined) expect(without.asymptote).toBe(known);
        wild.set(option.candidate.unit.id, without.asymptote);
        if (option.grows?.guarded) expect(after.asymptote).toBeGreaterThanOrEqual(without.asymptote);
      }
    }
  });
});
