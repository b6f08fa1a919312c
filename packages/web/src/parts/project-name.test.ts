import { expect, test } from 'vitest';
import { projectName } from './project-name.ts';

test('a project with two names is called in the language of the page; another by the one it has', () => {
  const both = { name: '青石岭矿', otherName: 'Qingshiling mine', language: 'zh' } as const;
  expect([projectName(both, 'zh'), projectName(both, 'en')]).toEqual(['青石岭矿', 'Qingshiling mine']);
  expect(projectName({ ...both, otherName: null }, 'en')).toBe('青石岭矿');
});
