import type { SiteFacts } from '../steps/site-facts.ts';
import type { CommandContext } from './host.ts';

/** What a site is and what is wrong with it, line by line. */
export function siteLines(facts: SiteFacts, say: CommandContext['say']): string[] {
  const round = (value: number, digits: number): string => value.toFixed(digits);
  const lines = [
    say('site.boundary-area', { ha: round(facts.areaHa, 1), mu: round(facts.areaMu, 0), crs: facts.crs }),
    say('site.counts', { units: facts.unitCount, references: facts.referenceCount }),
  ];
  for (const problem of facts.problems) {
    lines.push(
      say('site.problem', {
        severity: say(`severity.${problem.severity}`),
        what: say(`check.${problem.check}`, problem.params),
        file: problem.file,
        feature: problem.feature,
        where:
          problem.where === null ? '-' : `${problem.where[0].toFixed(6)}, ${problem.where[1].toFixed(6)}`,
      }),
    );
  }
  return lines;
}
