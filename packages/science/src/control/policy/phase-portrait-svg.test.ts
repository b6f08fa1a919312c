import { expect, test } from 'vitest';
import { escapeMarkup } from '../../base/index.ts';
import { cubePortrait } from './cube-portrait.ts';
import { cubePortraitSvg } from './cube-portrait-svg.ts';
import { phasePortrait } from './phase-portrait.ts';
import { phasePortraitSvg } from './phase-portrait-svg.ts';

const two = {
  supervisionCost: 3,
  fine: 4,
  reward: 1,
  loss: 5,
  qualityCost: 2.5,
  qualityBenefit: 1.5,
};
const three = { ...two, reportCost: 0.3, reportReward: 1, exposure: 2, disrepute: 2, harm: 1.5 };

/** Tags in order; throws where one closes that is not open. */
function openTags(svg: string): number {
  const open: string[] = [];
  for (const [, close, name, rest] of svg.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<>]*")*\s*\/?)>/gi)) {
    if (close === '/') expect(open.pop()).toBe(name);
    else if (!rest!.endsWith('/')) open.push(name!);
  }
  return open.length;
}

test('both pictures close every tag, hold no NaN, and name themselves in either language', () => {
  for (const language of ['en', 'zh'] as const)
    for (const svg of [
      phasePortraitSvg(phasePortrait(two), language, 'a'),
      phasePortraitSvg(phasePortrait({ ...two, penalty: 'dynamic' }), language, 'b'),
      phasePortraitSvg(phasePortrait({ ...two, qualityBenefit: 3 }), language, 'c'),
      cubePortraitSvg(cubePortrait(three), language, 'd'),
    ]) {
      expect(openTags(svg)).toBe(0);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|\{\w+\}|policy\./);
      expect(svg).toContain('role="img"');
      const [, title, desc] = /aria-labelledby="(\S+) (\S+)"/.exec(svg)!;
      expect(svg).toContain(`<title id="${title}">`);
      expect(svg).toContain(`<desc id="${desc}">`);
      expect(/\p{Script=Han}/u.test(svg)).toBe(language === 'zh');
    }
});

test('the description tells what the picture shows', () => {
  expect(phasePortraitSvg(phasePortrait(two), 'en', 'a')).toContain('circle for ever about 20 % supervised');
  const dynamic = phasePortraitSvg(phasePortrait({ ...two, penalty: 'dynamic' }), 'en', 'a');
  expect(dynamic).toContain('draw in to 33 % supervised and 50 % done well');
  expect(phasePortraitSvg(phasePortrait({ ...two, qualityBenefit: 3 }), 'en', 'a')).toContain(
    'shares run to a corner',
  );
  expect(cubePortraitSvg(cubePortrait(three), 'en', 'a')).toContain('Of the eight corners 0 are stable');
});

test('kinds of rests differ in shape', () => {
  const svg = phasePortraitSvg(phasePortrait(two), 'en', 'a');
  expect(svg.match(/class="rest centre"/g)?.length).toBe(2);
  expect(svg.match(/class="rest unstable"/g)?.length).toBe(5);
  expect(svg.match(/<line class="arrow"/g)?.length).toBe(121);
});

test('text is escaped', () => {
  expect(escapeMarkup('a < b & "c" > d')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d');
});

test('long means of the cube by hand: 80 % work well and 50 % report where reports are cheap', () => {
  const { means } = cubePortrait(three);
  expect(means.x).toBeLessThan(1e-3);
  expect(means.y).toBeCloseTo(0.8, 1);
  expect(means.z).toBeCloseTo(0.5, 1);
});

test('the last label of the axis has room on the page', () => {
  const svg = phasePortraitSvg(phasePortrait(two), 'en', 'a');
  const width = Number(/viewBox="0 0 (\d+) /.exec(svg)![1]);
  const [, x] = /<text x="([\d.]+)"[^>]*>100 %</.exec(svg)!;
  // Five characters of 9 units at most, half of them to the right.
  expect(Number(x) + (5 * 9) / 2).toBeLessThanOrEqual(width);
});
