import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';

test('a failed run tells its error as the command line said it; another tells its files and warnings', () => {
  const error = { code: 'E-OBS-001', tag: 'InvalidInput', message: 'no scenes', hint: 'add some' };
  expect(outcomeOf({ status: 'failed', result: { ok: false, error } }).problem?.error).toEqual(error);
  expect(outcomeOf({ status: 'successful', result: { warnings: ['w'], artifacts: [{}, {}] } })).toEqual({
    problem: null,
    warnings: ['w'],
    files: 2,
  });
  expect(outcomeOf({ status: 'running', result: null })).toEqual({ problem: null, warnings: [], files: 0 });
});
