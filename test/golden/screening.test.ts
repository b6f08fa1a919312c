import { isUnknown } from '@aftermine/science/base';
import { simulateScreening, termMatrix } from '@aftermine/science/evidence';
import { expect, test } from 'vitest';
import { describeWithData, golden } from '../golden.ts';
import { SCREENING_SETS, screeningSet } from '../screening-set.ts';

const folder = golden('evidence');
/** Expected figures are kept to four decimals; sums of floating point may exchange near ties. */
const ROUNDED = 1e-3;

// One seed a set: the bench runs all three (`npm run bench -- screening`).
describeWithData(
  'screening reproduces scikit-learn on three sets screened by hand',
  golden('evidence/screening_expected.json'),
  () => {
    test.each(SCREENING_SETS)(
      '%s: the vocabulary is that of scikit-learn, and every measure of one seed lies in the range of its three',
      { timeout: 300_000 },
      (name) => {
        const { texts, labels, priors, expected } = screeningSet(folder, name);
        expect(termMatrix(texts).vocabularySize).toBe(expected.feat);
        const simulation = simulateScreening(texts, labels, priors[0]!);
        expect(simulation).toMatchObject({ finished: true, unsettled: 0 });
        for (const key of ['wss95', 'wss100', 'loss', 'rrf10'] as const) {
          const value = simulation[key];
          const [low, high] = expected.range[key];
          if (isUnknown(value)) throw new Error(value.reason);
          expect(value, key).toBeGreaterThanOrEqual(low - ROUNDED);
          expect(value, key).toBeLessThanOrEqual(high + ROUNDED);
        }
      },
    );
  },
);
