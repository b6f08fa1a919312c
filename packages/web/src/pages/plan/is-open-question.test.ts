import { expect, test } from 'vitest';
import { isOpenQuestion } from './is-open-question.ts';

test('measuring helps only where no other gate is closed', () => {
  const [pass, open, closed] = (['pass', 'insufficient', 'fail'] as const).map((state) => ({ state }));
  expect(isOpenQuestion([pass!, open!])).toBe(true);
  expect(isOpenQuestion([open!, closed!])).toBe(false);
  expect(isOpenQuestion([pass!])).toBe(false);
});
