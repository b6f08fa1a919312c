import { type Language, say } from '@aftermine/science/base';
import { type SelfCheck, WITHIN_ONE_YEAR_TARGET } from './self-check.ts';

/** The self-check in plain sentences, most important first. */
export function tellSelfCheck(check: SelfCheck, language: Language): string[] {
  const percent = (share: number | null): string => (share === null ? '-' : (100 * share).toFixed(1));
  const { leftOut } = check;
  const lines = [
    say(language, check.passes ? 'demo.check.passes' : 'demo.check.fails'),
    say(language, 'demo.check.years', {
      percent: percent(check.withinOneShare),
      pixels: check.disturbed,
      target: 100 * WITHIN_ONE_YEAR_TARGET,
      exact: percent(check.exactShare),
      found: percent(check.foundShare),
    }),
    say(language, 'demo.check.false-alarms', {
      percent: percent(check.falseAlarmShare),
      pixels: check.undisturbed,
    }),
    say(language, 'demo.check.left-out', { ...leftOut }),
    say(language, 'demo.check.trends', { right: check.trendsRight, expected: check.trendsExpected }),
  ];
  for (const { id, name, expected, slopePerYear, agrees } of check.trends) {
    if (agrees !== false) continue;
    lines.push(
      say(language, 'demo.check.wrong-trend', {
        unit: `${id} ${name[language]}`,
        expected: say(language, `demo.trend.${expected}`),
        slope: slopePerYear === null ? '-' : slopePerYear.toPrecision(2),
      }),
    );
  }
  return lines;
}
