import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { meanGain, type RecoveryCourse, recoveryAt } from '../../plan/index.ts';
import { type CourseEvent, runCourse } from './true-course.ts';

const COURSE: RecoveryCourse = {
  now: 0.2,
  without: { asymptote: 0.4, rate: 0.05 },
  with: { asymptote: 0.9, rate: 0.2 },
  survival: 0.7,
  readyAfter: 2.5,
};
const PLANTED: CourseEvent = { kind: 'planting', at: 2.5, survival: 0.7 };

describe('runCourse', () => {
  test('with one planting is the course of the plan, its closeness and its mean gain', () => {
    for (const t of [0, 1, 2.5, 3, 10, 20])
      expect(runCourse(COURSE, [PLANTED], t).closeness).toBeCloseTo(recoveryAt(COURSE, t), 12);
    const { integral, integralWithout } = runCourse(COURSE, [PLANTED], 20);
    expect((integral - integralWithout) / 20).toBeCloseTo(meanGain(COURSE, 20), 12);
  });

  test('a die-off takes back the share it says to where it stood when it was planted', () => {
    const before = runCourse(COURSE, [PLANTED], 6);
    const after = runCourse(COURSE, [PLANTED, { kind: 'die-off', at: 6, share: 0.5 }], 6);
    const start = recoveryAt(COURSE, 2.5);
    expect(after.planted).toBeCloseTo(0.35, 12);
    expect(before.closeness - after.closeness).toBeCloseTo(0.35 * (before.grown - start), 12);
  });

  test('planting again fills gaps: of the share without plants as much lives as survives', () => {
    const again = runCourse(COURSE, [PLANTED, { kind: 'planting', at: 5, survival: 0.6 }], 5);
    expect(again.planted).toBeCloseTo(0.7 + 0.3 * 0.6, 12);
    expect(again.closeness).toBeCloseTo(recoveryAt(COURSE, 5), 12);
    const later = runCourse(COURSE, [PLANTED, { kind: 'planting', at: 5, survival: 0.6 }], 15);
    expect(later.closeness).toBeGreaterThan(recoveryAt(COURSE, 15));
  });

  test('two parts are as exact as one patch of land for each planting and each loss', () => {
    const draw = chance(5);
    for (let n = 0; n < 40; n += 1) {
      const events = Array.from({ length: 6 }, (_, i): CourseEvent => {
        const at = 1 + 3 * i + draw.uniform();
        return i === 0 || draw.uniform() < 0.5
          ? { kind: 'planting', at, survival: draw.uniform() }
          : { kind: 'die-off', at, share: draw.uniform() };
      });
      const told = runCourse(COURSE, events, 25, 0.1);
      const patches = patchwork(events, 25, 0.1);
      expect(told.closeness).toBeCloseTo(patches.closeness, 10);
      expect(told.planted).toBeCloseTo(patches.planted, 10);
      expect(told.maturity).toBeCloseTo(patches.maturity, 10);
      // Trapezoids of a fiftieth of a year between the events.
      expect(told.integral).toBeCloseTo(patches.integral, 3);
    }
  });

  test('closeness never leaves the span of where it started and where it goes', () => {
    const draw = chance(6);
    for (let n = 0; n < 60; n += 1) {
      const events = Array.from(
        { length: 4 },
        (_, i): CourseEvent => ({
          kind: i % 2 === 0 ? 'planting' : 'die-off',
          at: 4 * i + 1,
          survival: draw.uniform(),
          share: draw.uniform(),
        }),
      );
      const { closeness } = runCourse(COURSE, events, 20 * draw.uniform());
      expect(closeness).toBeGreaterThanOrEqual(0.2 - 1e-12);
      expect(closeness).toBeLessThanOrEqual(0.9 + 1e-12);
    }
  });
});

/** The same land as a list of patches, each with its own history. */
function patchwork(
  events: readonly CourseEvent[],
  until: number,
  growth: number,
): { closeness: number; planted: number; maturity: number; integral: number } {
  interface Patch {
    share: number;
    r: number;
    start: number;
    planted: boolean;
    age: number;
  }
  let patches: Patch[] = [{ share: 1, r: COURSE.now, start: COURSE.now, planted: false, age: 0 }];
  let integral = 0;
  let t = 0;
  const mean = (): number => patches.reduce((sum, { share, r }) => sum + share * r, 0);
  const runTo = (next: number): void => {
    const steps = Math.max(1, Math.ceil(50 * (next - t)));
    const dt = (next - t) / steps;
    for (let i = 0; i < steps; i += 1) {
      const from = mean();
      for (const one of patches) {
        const { asymptote, rate } = one.planted ? COURSE.with : COURSE.without;
        one.r = asymptote - (asymptote - one.r) * Math.exp(-rate * dt);
        one.age += dt;
      }
      integral += (dt * (from + mean())) / 2;
    }
    t = next;
  };
  for (const event of events) {
    runTo(event.at);
    patches = patches.flatMap((one): Patch[] => {
      if (event.kind === 'planting' && !one.planted)
        return [
          { ...one, share: one.share * (1 - event.survival) },
          { ...one, share: one.share * event.survival, start: one.r, planted: true, age: 0 },
        ];
      if (event.kind === 'die-off' && one.planted)
        return [
          { ...one, share: one.share * (1 - event.share) },
          { ...one, share: one.share * event.share, r: one.start, planted: false },
        ];
      return [one];
    });
  }
  runTo(until);
  const planted = patches.filter((one) => one.planted);
  return {
    closeness: mean(),
    planted: planted.reduce((sum, { share }) => sum + share, 0),
    maturity: planted.reduce((sum, { share, age }) => sum + share * (1 - Math.exp(-growth * age)), 0),
    integral,
  };
}
