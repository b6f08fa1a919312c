import { describe, expect, test } from 'vitest';
import { isUnknown, type Unknown } from '../../base/index.ts';
import { axisTicks, ratioTicks } from './axis-ticks.ts';
import { bcgEffects } from './bcg.fixture.ts';
import { forestFigure } from './forest-figure.ts';
import { forestPicture } from './forest-picture.ts';
import { funnelFigure } from './funnel-figure.ts';
import { funnelPicture } from './funnel-picture.ts';
import { poolEffects } from './pool-effects.ts';
import { fitText, numberText, textWidth, wrapText } from './svg-document.ts';
import { trimAndFill } from './trim-and-fill.ts';

const known = <T>(value: T | Unknown): T => {
  if (isUnknown(value)) throw new Error(value.reason);
  return value;
};
const effects = bcgEffects();
const pooled = known(poolEffects(effects));
const labels = { id: 'bcg', subject: 'BCG' };

/** Tags of an XML text that are not closed in the order in which they were opened. */
function unbalanced(svg: string): string[] {
  const open: string[] = [];
  for (const [, close, name, own] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (own === '/') continue;
    if (close === '/') {
      if (open.pop() !== name) return [name!];
    } else open.push(name!);
  }
  return open;
}

describe('forest plot', () => {
  test('shares of the studies add up, and the axis holds zero, pooled effect and prediction', () => {
    const figure = forestFigure('logRR', effects, pooled);
    expect(figure.rows.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBeCloseTo(100, 9);
    const { low, high } = known(pooled.prediction);
    expect(figure.low).toBeLessThan(Math.min(0, low));
    expect(figure.high).toBeGreaterThan(Math.max(0, high));
  });

  test('an interval without end does not push the others together', () => {
    const figure = forestFigure(
      'MD',
      [...effects, { study: 'tiny', estimate: 0, variance: 1e6 }],
      known(poolEffects([...effects, { study: 'tiny', estimate: 0, variance: 1e6 }])),
    );
    expect(figure.high - figure.low).toBeLessThan(20);
    expect(forestPicture(figure, { ...labels, language: 'en' })).toContain('v8Z');
  });
});

describe.each(['en', 'zh'] as const)('pictures in %s', (language) => {
  const figure = forestFigure('logRR', effects, pooled);
  const pictures = [
    forestPicture(figure, { ...labels, language }),
    funnelPicture(funnelFigure('logRR', effects, pooled, known(trimAndFill(effects))), {
      ...labels,
      language,
    }),
  ];

  test('are whole, have title and description, and need nothing from outside', () => {
    for (const svg of pictures) {
      expect(unbalanced(svg)).toEqual([]);
      expect(svg).toMatch(/<title id="bcg-title">[^<]+<\/title><desc id="bcg-desc">[^<]+<\/desc>/);
      expect(svg).toContain('aria-labelledby="bcg-title bcg-desc"');
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|url\(|@import|NaN|Infinity|undefined/,
      );
      expect(svg).not.toMatch(/\{\w+\}/);
    }
  });

  test('say the pooled effect in words', () => {
    expect(pictures[0]).toContain('0.49 [0.33; 0.73]');
    expect(/\p{Script=Han}/u.test(pictures[0]!)).toBe(language === 'zh');
  });

  test('take names as text, whatever is in them', () => {
    const hostile = effects.map((effect, i) =>
      i === 0 ? { ...effect, study: '<script>"&\u0000\ud800' } : effect,
    );
    const svg = forestPicture(forestFigure('logRR', hostile, pooled), { ...labels, language });
    expect(svg).toContain('&lt;script&gt;&quot;&amp;');
    expect(unbalanced(svg)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is left is the claim
    expect(svg).not.toMatch(/[\u0000\ud800]/);
  });
});

describe('axes and texts', () => {
  test('marks are round and lie within the axis', () => {
    expect(axisTicks(-0.5, 1.5).map(({ label }) => label)).toEqual(['\u22120.5', '0.0', '0.5', '1.0', '1.5']);
    expect(ratioTicks(Math.log(0.4), Math.log(6)).map(({ label }) => label)).toEqual(['0.5', '1', '2', '5']);
    for (const [low, high] of [
      [-1e-6, 2e-6],
      [3, 1e5],
      [-77, -13],
    ] as const) {
      const ticks = axisTicks(low, high);
      expect(ticks.length).toBeGreaterThan(2);
      expect(ticks.length).toBeLessThan(11);
      for (const { at } of ticks) expect(at >= low - 1e-9 && at <= high * (1 + 1e-9) + 1e-9).toBe(true);
    }
    expect(ratioTicks(-30, 30).length).toBeLessThan(12);
    expect(ratioTicks(Math.log(0.95), Math.log(1.06)).length).toBeGreaterThan(2);
  });

  test('lines are no wider than their box, in either language, and lose no character', () => {
    for (const text of [
      'Reports of new included studies',
      '纳入的新研究报告数量及其排除原因',
      'a'.repeat(80),
    ]) {
      const lines = wrapText(text, 90);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(90);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(textWidth(fitText(text, 90))).toBeLessThanOrEqual(90);
    }
  });

  test('no negative zero', () => {
    expect(numberText(-0.001)).toBe('0.00');
    expect(numberText(-1.5)).toBe('\u22121.50');
  });
});
