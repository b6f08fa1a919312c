import { describe, expect, test } from 'vitest';
import { trendChart } from './trend-chart.ts';
import type { TrendFigure } from './trend-figure.ts';

const labels = {
  locale: 'en',
  title: 'RSEI of <U1> & "friends"',
  seen: 'seen',
  unseen: 'not seen',
  median: 'median',
  quartiles: 'middle half',
  reference: 'reference areas',
};
const size = { width: 600, height: 300, id: 't' };

const seen = (year: number, median: number): TrendFigure['years'][number] => ({
  year,
  median,
  p25: median - 0.1,
  p75: median + 0.1,
  validShare: 0.98,
  reason: null,
});

const figure: TrendFigure = {
  index: 'rsei',
  first: 2000,
  last: 2006,
  lo: 0,
  hi: 1,
  digits: 2,
  years: [
    seen(2000, 0.5),
    seen(2001, 0.5),
    { year: 2002, median: null, p25: null, p75: null, validShare: 0, reason: 'no scene of the 2002 season' },
    seen(2003, 0.2),
    { year: 2004, median: null, p25: null, p75: null, validShare: 0.1, reason: 'too little' },
    seen(2005, 0.3),
    seen(2006, 0.4),
  ],
  reference: [
    { year: 2000, median: 0.6 },
    { year: 2001, median: 0.6 },
    { year: 2003, median: 0.6 },
  ],
  line: { from: 2000, to: 2006, start: 0.5, end: 0.3 },
  fitted: [
    { year: 2000, value: 0.5, low: 2000, high: 2000 },
    { year: 2003, value: 0.2, low: 2001, high: 2004 },
    { year: 2006, value: 0.4, low: 2006, high: 2006 },
  ],
  events: [
    { year: 2001, kind: 'damaged' },
    { year: 2002, kind: 'loss' },
    { year: 2004, kind: 'reclaimed' },
  ],
};

describe('the trend chart', () => {
  const svg = trendChart(figure, labels, size);

  test('leaves the line and the band open where a year was not seen, and hatches that year with its reason', () => {
    expect([...svg.matchAll(/class="median"/g)]).toHaveLength(2);
    expect([...svg.matchAll(/class="band"/g)]).toHaveLength(2);
    expect([...svg.matchAll(/class="band-line"/g)]).toHaveLength(1);
    expect([...svg.matchAll(/class="unseen"/g)]).toHaveLength(2);
    expect(svg).toContain('2002: no scene of the 2002 season');
    const reference = /class="reference" d="([^"]+)"/.exec(svg)![1]!;
    expect([...reference.matchAll(/M/g)]).toHaveLength(2);
  });

  test('draws every turning point inside with its interval, and every event', () => {
    expect([...svg.matchAll(/class="break"/g)]).toHaveLength(1);
    expect(svg).toContain('2003 (2001–2004)');
    for (const kind of ['damaged', 'loss', 'reclaimed']) expect(svg).toContain(`class="event ${kind}"`);
  });

  test('puts values where they belong: 1 at the top of the plot, 0 at its bottom', () => {
    const y = (text: string): number =>
      Number(new RegExp(`y="([\\d.]+)" text-anchor="end">${text}<`).exec(svg)![1]);
    expect(y('0.00') - y('1.00')).toBeCloseTo(300 - 52 - 40, 5);
  });

  test('says everything in words too, and escapes what it is given', () => {
    expect(svg).toContain('aria-label="RSEI of &lt;U1&gt; &amp; &quot;friends&quot;"');
    expect(svg).toContain('2000: median 0.50; middle half 0.40–0.60; seen 98 %');
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test('stands with no year seen at all', () => {
    const years = figure.years.map((one) => ({ ...one, median: null, p25: null, p75: null, reason: 'x' }));
    const empty = trendChart(
      { ...figure, years, reference: [], line: null, fitted: [], events: [] },
      labels,
      size,
    );
    expect([...empty.matchAll(/class="unseen"/g)]).toHaveLength(7);
    expect(empty).not.toMatch(/NaN|undefined/);
  });
});
