import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogue, say } from '@aftermine/science/base';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const entries = Object.entries(catalogue as Record<string, { en: string; zh: string }>);
const HAN = /\p{Script=Han}/u;
/** Chinese values that rightly hold no Han character: symbols and pure placeholders. */
const WITHOUT_HAN = /^[\s\d\W]*$/;

describe('the two-language catalogue', () => {
  test('has no empty text', () => {
    expect(
      entries.filter(([, text]) => text.en.trim() === '' || text.zh.trim() === '').map(([key]) => key),
    ).toEqual([]);
  });

  test('has Han characters in every Chinese text', () => {
    const bare = entries.filter(
      ([, text]) => !HAN.test(text.zh) && !WITHOUT_HAN.test(text.zh.replace(/\{\w+\}/g, '')),
    );
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  test('has no Han characters in English texts', () => {
    expect(
      entries.filter(([, text]) => HAN.test(text.en.replace(/\([^)]*\)/g, ''))).map(([key]) => key),
    ).toEqual([]);
  });

  test('fills the same placeholders in both languages', () => {
    const names = (text: string): string =>
      [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join(' ');
    expect(entries.filter(([, text]) => names(text.en) !== names(text.zh)).map(([key]) => key)).toEqual([]);
  });

  test('says what is wrong and what to do for every error code thrown anywhere', () => {
    const codes = new Set(
      sources().flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/['"](E-[A-Z]{3}-\d{3})['"]/g)].map((match) => match[1]!),
      ),
    );
    expect(codes.size).toBeGreaterThan(10);
    const silent = [...codes].filter(
      (code) => !(`error.${code}` in catalogue) || !(`hint.${code}` in catalogue),
    );
    expect(silent).toEqual([]);
  });

  test('has no error text for a code that nothing throws', () => {
    const all = sources()
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const unused = entries
      .map(([key]) => /^error\.(E-\w+-\d+)$/.exec(key)?.[1])
      .filter((code): code is string => code !== undefined && !all.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });

  test('explains every non-answer', () => {
    const reasons = new Set(
      sources().flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/\bunknown\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1]!),
      ),
    );
    expect([...reasons].filter((reason) => !(`unknown.${reason}` in catalogue))).toEqual([]);
  });

  test('leaves a placeholder visible when its value is missing, and returns an unknown key as it is', () => {
    expect(say('en', 'cli.hint', { hint: 'x' })).toBe('what to do: x');
    expect(say('zh', 'no.such.key')).toBe('no.such.key');
  });

  test('sentences carry a true minus; what an error names can be searched for as it stands in the file', () => {
    expect(say('en', 'cli.hint', { hint: -0.392 })).toBe('what to do: −0.392');
    expect(say('en', 'cli.hint', { hint: '-0.3' })).toBe('what to do: −0.3');
    expect(say('en', 'cli.hint', { hint: '2026-06-30' })).toBe('what to do: 2026-06-30');
    expect(say('en', 'error.E-SET-003', { expected: 'a', got: '-9999' })).toContain('-9999');
  });
});

function sources(folder = join(root, 'packages')): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'catalogue') return [];
    if (statSync(path).isDirectory()) return sources(path);
    return /\.ts$/.test(name) && !/\.test\.ts$/.test(name) ? [path] : [];
  });
}
