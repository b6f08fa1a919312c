import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { meanGain, type RecoveryCourse, recoveryAt, withoutAt, yearsTo } from './recovery-course.ts';

const still: RecoveryCourse = {
  now: 0.2,
  without: { asymptote: 0.2, rate: 0.05 },
  with: { asymptote: 0.8, rate: Math.LN2 },
  survival: 1,
  readyAfter: 2,
};

describe('by hand: half of what is missing comes back each year', () => {
  test('closeness', () => {
    expect(recoveryAt(still, 2)).toBeCloseTo(0.2, 12);
    expect(recoveryAt(still, 3)).toBeCloseTo(0.5, 12);
    expect(recoveryAt(still, 4)).toBeCloseTo(0.65, 12);
    expect(recoveryAt({ ...still, survival: 0.5 }, 3)).toBeCloseTo(0.35, 12);
  });

  test('mean gain over 4 years: (0.6 x 2 - 0.6 (1 - 1/4) / ln 2) / 4', () => {
    expect(meanGain(still, 4)).toBeCloseTo((1.2 - 0.45 / Math.LN2) / 4, 12);
  });

  test('years until half way are told from now; what is not reached is null', () => {
    expect(yearsTo(still, 0.5, 20)).toBeCloseTo(3, 9);
    expect(yearsTo(still, 0.9, 20)).toBeNull();
    expect(
      yearsTo(
        { ...still, now: 0.85, without: { asymptote: 0.85, rate: 0 }, with: { asymptote: 0.9, rate: 1 } },
        0.8,
        20,
      ),
    ).toBe(0);
  });

  test('nothing is gained by works that stand after the horizon', () => {
    expect(meanGain(still, 2)).toBe(0);
    expect(meanGain({ ...still, readyAfter: 30 }, 20)).toBe(0);
  });
});

function randomCourse(random: () => number): RecoveryCourse {
  return {
    now: random(),
    without: { asymptote: random(), rate: random() < 0.2 ? 0 : random() * 0.3 },
    with: { asymptote: random() * 1.1, rate: random() < 0.1 ? 0 : random() * 2 },
    survival: random(),
    readyAfter: random() * 12,
  };
}

test('property: the mean gain is the integral of what is gained, added up numerically', () => {
  const random = chance(5).uniform;
  for (let n = 0; n < 200; n += 1) {
    const course = randomCourse(random);
    const horizon = 1 + Math.floor(random() * 30);
    const from = Math.min(course.readyAfter, horizon);
    // Simpson on the smooth part.
    const [steps, width] = [400, (horizon - from) / 400];
    let sum = 0;
    for (let i = 0; i <= steps; i += 1) {
      const t = from + i * width;
      const gain = i === 0 ? 0 : recoveryAt(course, t) - withoutAt(course, t);
      sum += gain * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
    }
    expect(meanGain(course, horizon)).toBeCloseTo((sum * width) / 3 / horizon, 6);
  }
});

test('property: a course is continuous, rises where both asymptotes lie above it, and gains where the package reaches further and faster', () => {
  const random = chance(6).uniform;
  for (let n = 0; n < 200; n += 1) {
    const now = random() * 0.5;
    const course: RecoveryCourse = {
      ...randomCourse(random),
      now,
      without: { asymptote: now + 0.1, rate: 0.05 },
      with: { asymptote: now + 0.1 + random() * 0.4, rate: 0.05 + random() },
    };
    let before = recoveryAt(course, 0);
    for (let t = 0.25; t <= 30; t += 0.25) {
      const at = recoveryAt(course, t);
      expect(at).toBeGreaterThanOrEqual(before - 1e-12);
      expect(at).toBeGreaterThanOrEqual(withoutAt(course, t) - 1e-12);
      before = at;
    }
    const T = course.readyAfter;
    expect(recoveryAt(course, T + 1e-9)).toBeCloseTo(recoveryAt(course, T), 6);
    expect(meanGain(course, 30)).toBeGreaterThanOrEqual(-1e-12);
  }
});
