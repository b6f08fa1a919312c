import { crsName } from '@aftermine/science/report/observation';
import { type Html, html } from '../observation-report/html.ts';
import { areaParams, type CheckPage } from './check-page.ts';
import { type Standing, severityMark, standingOf } from './severity-mark.ts';

/** Name of the project, the verdict, and the facts in one line each. */
export function headSection({ report, language, say }: CheckPage): Html {
  const area = (role: string): number =>
    report.features.reduce((sum, one) => sum + (one.role === role ? (one.areaHa ?? 0) : 0), 0);
  const count = (role: string): number => report.features.filter((one) => one.role === role).length;
  const facts: [string, Html | string][] = [
    [say('boundary-area'), say('area', areaParams(language, area('boundary')))],
    ...(['units', 'references'] as const).flatMap((kind): [string, string][] => {
      const role = kind === 'units' ? 'units' : 'reference';
      if (count(role) === 0) return [];
      const words = say('counted-area', { count: count(role), ...areaParams(language, area(role)) });
      return [[say(kind === 'units' ? 'units-area' : kind), words]];
    }),
    [say('crs'), crsName(language, report.crs)],
  ];
  const standings = report.problems.map(standingOf);
  const tally = (['must-fix', 'can-fix', 'just-know', 'accepted'] as const)
    .map((standing) => ({ standing, count: standings.filter((one) => one === standing).length }))
    .filter(({ count: n }) => n > 0);
  if (tally.length > 0)
    facts.push([
      say('counts'),
      html`<span class="tally">${tally.map(
        ({ standing, count: n }) => html`<span>${severityMark(language, standing)} <b>${n}</b></span>`,
      )}</span>`,
    ]);
  return html`<header class="page-head"><p class="kind">Aftermine · ${say('kind')}</p><h1>${report.projectName}</h1>${verdict(standings, say)}<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></header>`;
}

/** One sentence: may this data be used? */
function verdict(standings: readonly Standing[], say: CheckPage['say']): Html {
  const count = (standing: Standing): number => standings.filter((one) => one === standing).length;
  const [blocked, mendable, accepted] = [count('must-fix'), count('can-fix'), count('accepted')];
  const [tone, text] =
    blocked > 0
      ? ['must-fix', say('verdict.blocked', { count: blocked })]
      : mendable > 0
        ? ['can-fix', say('verdict.mendable', { count: mendable })]
        : count('just-know') > 0
          ? ['just-know', say('verdict.notes', { count: count('just-know') })]
          : ['clean', say(accepted > 0 ? 'verdict.accepted' : 'verdict.clean')];
  return html`<p class="verdict ${tone}">${text}${accepted > 0 && html` <span class="legacy">${say('legacy', { count: accepted })}</span>`}</p>`;
}
