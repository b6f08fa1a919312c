import { describe, expect, test } from 'vitest';
import type { DerivedPackage } from '../packages/derive-packages.ts';
import { END_USES, exampleLibrary, exampleUnit, MEASURES, problem } from '../plan-example.fixture.ts';
import { courseOfPackage } from './course-of-package.ts';

const library = exampleLibrary();
const likely = ([, middle]: readonly [number, number, number]): number => middle;

const planted: DerivedPackage = {
  id: 'forest/planting',
  endUse: 'forest',
  measures: ['planting'],
  state: 'pass',
  gates: [],
  use: END_USES.forest,
  parts: [MEASURES.planting],
  establishing: MEASURES.planting,
  mends: [],
  unresolved: [],
};
const fenced: DerivedPackage = {
  ...planted,
  id: 'wild/natural-recovery',
  use: END_USES.wild,
  parts: [MEASURES['natural-recovery']],
  establishing: MEASURES['natural-recovery'],
};

describe('by hand', () => {
  test('planted in a humid place: asymptote of the use x reach, rate and survival of the library', () => {
    expect(courseOfPackage(exampleUnit('A'), planted, library, 1.5, likely)).toEqual({
      now: 0.2,
      // Half the rate of guarded land; the wild comes to 0.8 x 0.5.
      without: { asymptote: 0.4, rate: 0.05 },
      with: { asymptote: 0.8, rate: 0.2 },
      survival: 0.9,
      readyAfter: 1.5,
    });
  });

  test('dry land grows slower and loses more; where the climate is unknown it is taken for semi-arid', () => {
    const arid = courseOfPackage(exampleUnit('A', {}, { aridity: 0.1 }), planted, library, 0, likely);
    expect([arid.with.rate, arid.survival]).toEqual([0.1, 0.5]);
    const unknown = courseOfPackage(
      exampleUnit('A', {}, { aridity: { kind: 'unknown', reason: 'no-climate' } }),
      planted,
      library,
      0,
      likely,
    );
    expect(unknown.with.rate).toBeCloseTo(0.15, 12);
    expect(unknown.survival).toBe(0.7);
  });

  test('a problem left takes its share from both courses, missing plants from neither', () => {
    const major = problem({ rule: 'thin-soil', factor: 'soil-depth' });
    const plants = problem({ rule: 'behind-reference', factor: 'vegetation' });
    const unit = exampleUnit('A', {}, { recoveryNow: 0, problems: [major, plants] });
    const left = courseOfPackage(unit, { ...planted, unresolved: [major, plants] }, library, 0, likely);
    expect(left.with.asymptote).toBeCloseTo(0.8 * 0.65, 12);
    expect(left.without.asymptote).toBeCloseTo(0.4 * 0.65, 12);
    expect(courseOfPackage(unit, planted, library, 0, likely).with.asymptote).toBeCloseTo(0.8, 12);
  });

  test('open questions hold back both courses alike: they are no gain of a package', () => {
    const unit = exampleUnit('A', {}, { recoveryNow: 0, questions: ['A:contaminated'] });
    const course = courseOfPackage(unit, planted, library, 0, likely);
    expect(course.with.asymptote).toBeCloseTo(0.8 * 0.8, 12);
    expect(course.without.asymptote).toBeCloseTo(0.4 * 0.8, 12);
  });

  test('a fence never sets land back, and lets it come to what it would come to, faster', () => {
    const good = courseOfPackage(
      exampleUnit('A', {}, { recoveryNow: 0.7, naturalRecovery: true }),
      fenced,
      library,
      0,
      likely,
    );
    expect([good.with.asymptote, good.without.asymptote]).toEqual([0.7, 0.7]);
    const poor = courseOfPackage(exampleUnit('A', {}, { naturalRecovery: true }), fenced, library, 0, likely);
    expect(poor.with.asymptote).toBe(poor.without.asymptote);
    expect(poor.with.rate).toBe(2 * poor.without.rate);
  });

  test('land never observed is taken for 0.2; closeness is kept within 0..1', () => {
    expect(
      courseOfPackage(
        exampleUnit('A', {}, { recoveryNow: { kind: 'unknown', reason: 'no-observation' } }),
        planted,
        library,
        0,
        likely,
      ).now,
    ).toBe(0.2);
    expect(courseOfPackage(exampleUnit('A', {}, { recoveryNow: 1.3 }), planted, library, 0, likely).now).toBe(
      1,
    );
  });

  test('sealed land takes the closeness of its use', () => {
    const sealed = courseOfPackage(
      exampleUnit('A'),
      { ...planted, establishing: null, use: { ...END_USES.forest, vegetated: false, asymptote: 0.05 } },
      library,
      0,
      likely,
    );
    expect(sealed.with.asymptote).toBe(0.05);
    expect(sealed.survival).toBe(1);
  });
});
