import { say as sayText } from '@aftermine/science/base';
import {
  cubePortraitSvg,
  EFFORT_PLAYS,
  type PolicyCheck,
  type PolicyFinding,
  type PolicyPanel,
  phasePortraitSvg,
  policySentence,
  UNIT_STATES,
} from '@aftermine/science/control';
import { numberText, percentText } from '@aftermine/science/report/observation';
import { amountText } from '@aftermine/science/report/plan';
import { chanceText } from '@aftermine/science/report/season';
import { type Html, html, raw } from '../observation-report/html.ts';
import { details, section, table } from '../observation-report/page-parts.ts';
import type { SeasonPage } from './season-page.ts';
import { unitLink } from './unit-link.ts';

const PARTS = ['effort', 'concession', 'holding', 'threshold', 'upkeep', 'compliance'] as const;

/** What games and decision processes say; before anything else that they never set the schedule. */
export function policySection(page: SeasonPage): Html {
  const { say, language, report } = page;
  const { policy } = report;
  const [never, ...others] = policy.notices;
  return section(
    'policy',
    say('policy'),
    html`<p class="notice"><strong>${never !== undefined && policySentence(language, never)}</strong></p>${others.map((one) => html`<p>${policySentence(language, one)}</p>`)}${PARTS.map(
      (part) =>
        html`<h3>${sayText(language, `policy.topic.${part}`)}</h3>${findings(page, policy[part].findings)}${part === 'effort' && effortTable(page)}${part === 'concession' && concessionTable(page)}${part === 'upkeep' && upkeepTable(page)}${part === 'compliance' && portraits(page)}`,
    )}<h3>${say('policy.checks')}</h3>${checks(page)}${parameters(page)}`,
  );
}

function findings({ language }: SeasonPage, of: readonly PolicyFinding[]): Html {
  return html`<ul class="findings">${of.map(
    (finding) =>
      html`<li>${policySentence(language, finding)}${finding.agrees !== null && html` <span class="tag">${sayText(language, finding.agrees ? 'policy.agrees' : 'policy.differs')}</span>`}</li>`,
  )}</ul>`;
}

function effortTable({ say, language, report }: SeasonPage): Html {
  const { plays } = report.policy.effort;
  const amount = (value: number): string => amountText(language, value);
  return details(
    say('policy.effort-table'),
    table(
      say('policy.effort-table'),
      [
        { label: say('column.play'), kind: 'text' },
        { label: say('column.effort-government'), kind: 'number' },
        { label: say('column.effort-enterprise'), kind: 'number' },
        { label: say('column.effort-public'), kind: 'number' },
        { label: say('column.quality'), kind: 'number' },
        { label: say('column.gain-government'), kind: 'number' },
        { label: say('column.gain-enterprise'), kind: 'number' },
      ],
      EFFORT_PLAYS.map((play) => {
        const { efforts, longRunQuality, values } = plays[play];
        return [
          { show: sayText(language, `policy.play.${play}`) },
          { show: amount(efforts.government) },
          { show: amount(efforts.enterprise) },
          { show: amount(efforts.public) },
          { show: amount(longRunQuality) },
          { show: amount(values.government) },
          { show: amount(values.enterprise) },
        ];
      }),
    ),
  );
}

function concessionTable({ say, language, report }: SeasonPage): Html {
  const amount = (value: number): string => amountText(language, value);
  return details(
    say('policy.concession-table'),
    table(
      say('policy.concession-table'),
      [
        { label: say('column.concession'), kind: 'text' },
        { label: say('column.land-effort'), kind: 'number' },
        { label: say('column.industry-effort'), kind: 'number' },
        { label: say('column.government-effort'), kind: 'number' },
        { label: say('column.end-quality'), kind: 'number' },
      ],
      report.policy.concession.rows.map(({ years, nash, endQuality }) => [
        { show: numberText(language, years, 0) },
        { show: amount(nash.enterprise) },
        { show: amount(nash.industry) },
        { show: amount(nash.government) },
        { show: amount(endQuality) },
      ]),
      { klass: 'narrow' },
    ),
  );
}

/** Upkeep of the units whose works stand, with what their filters learned. */
function upkeepTable(page: SeasonPage): Html | null {
  const { say, language, report } = page;
  const { units } = report.policy.upkeep;
  if (units.length === 0) return html`<p>${say('policy.no-units')}</p>`;
  return html`<p>${say('policy.upkeep-lead')}</p>${table(
    say('policy.upkeep-table'),
    [
      { label: say('column.unit'), kind: 'text' },
      { label: say('column.upkeep-state'), kind: 'text' },
      { label: say('column.upkeep-action'), kind: 'text' },
      { label: say('column.upkeep-rate'), kind: 'number' },
      { label: say('column.upkeep-end'), kind: 'number' },
      { label: say('column.sustained'), kind: 'number' },
    ],
    units.map(({ unit, state, recovery, plan, outlook }) => [
      { show: unitLink(page, unit) },
      { show: sayText(language, `policy.state.${state}`) },
      {
        show: sayText(language, `policy.action.${plan.advice.find((one) => one.state === state)!.action}`),
      },
      { show: `${percentText(language, 1 - Math.exp(-recovery.rate), 1)} %` },
      { show: `${percentText(language, recovery.asymptote)} %` },
      { show: chanceText(language, outlook.at(-1)![UNIT_STATES.indexOf('self-sustaining')]!) },
    ]),
    { klass: 'narrow' },
  )}`;
}

/** Supervision and good work as portraits, each with its rests as a table. */
function portraits({ say, language, report }: SeasonPage): Html {
  const { fixed, dynamic, citizens } = report.policy.compliance;
  const square = (key: 'fixed' | 'dynamic'): Html => {
    const { portrait } = { fixed, dynamic }[key];
    return html`<figure><h4>${say(`policy.portrait-${key}`)}</h4>${raw(phasePortraitSvg(portrait, language, `p-${key}`))}${details(
      say('twin'),
      table(
        say(`policy.portrait-${key}`),
        [
          { label: say('column.supervision'), kind: 'number' },
          { label: say('column.good-work'), kind: 'number' },
          { label: say('column.rest'), kind: 'text' },
        ],
        portrait.rests.map(({ x, y, kind }) => [
          { show: `${percentText(language, x)} %` },
          { show: `${percentText(language, y)} %` },
          { show: sayText(language, `policy.portrait.kind.${kind}`) },
        ]),
      ),
    )}</figure>`;
  };
  return html`<div class="portraits">${square('fixed')}${square('dynamic')}<figure><h4>${say('policy.portrait-citizens')}</h4>${raw(cubePortraitSvg(citizens, language, 'p-cube'))}${details(
    say('twin'),
    table(
      say('policy.portrait-citizens'),
      [
        { label: say('column.supervision'), kind: 'number' },
        { label: say('column.good-work'), kind: 'number' },
        { label: say('column.reports'), kind: 'number' },
        { label: say('column.rest'), kind: 'text' },
      ],
      citizens.corners.map(({ x, y, z, kind }) => [
        { show: `${percentText(language, x)} %` },
        { show: `${percentText(language, y)} %` },
        { show: `${percentText(language, z)} %` },
        { show: sayText(language, `policy.portrait.kind.${kind}`) },
      ]),
    ),
  )}</figure></div>`;
}

function checks({ say, language, report }: SeasonPage): Html {
  const { policy } = report;
  const of = [...PARTS.flatMap((part) => policy[part].checks), ...policy.known];
  const columns = [
    { label: say('column.check'), kind: 'text' },
    { label: say('column.expected-value'), kind: 'number' },
    { label: say('column.got-value'), kind: 'number' },
    { label: say('column.within'), kind: 'number' },
    { label: say('column.holds'), kind: 'text' },
  ] as const;
  const row = ({ name, expected, got, within, holds }: PolicyCheck) => [
    { show: sayText(language, name) },
    { show: figureText(language, expected) },
    { show: figureText(language, got) },
    { show: figureText(language, within) },
    { show: say(holds ? 'check.holds' : 'check.fails') },
  ];
  return html`<p>${say('policy.checks-kept', { kept: of.length - policy.failed.length, all: of.length })}</p>${
    policy.failed.length > 0 &&
    html`<p class="warn">${say('policy.checks-failed')}</p>${table(say('policy.checks'), columns, policy.failed.map(row))}`
  }${details(say('policy.checks-table'), table(say('policy.checks'), columns, of.map(row)))}`;
}

function parameters({ say, language, report }: SeasonPage): Html {
  const { parameters: all } = report.policy as PolicyPanel;
  return details(
    say('policy.parameters'),
    table(
      say('policy.parameters'),
      [
        { label: say('column.meaning'), kind: 'text' },
        { label: say('column.amount'), kind: 'number' },
        { label: say('column.set-at'), kind: 'text' },
        { label: say('column.default'), kind: 'text' },
      ],
      all.map(({ path, name, value, isDefault }) => [
        { show: sayText(language, name) },
        { show: value === null ? '–' : amountText(language, value) },
        { show: html`<code>${path.startsWith('policy.') ? `control.${path}` : path}</code>` },
        { show: say(isDefault ? 'policy.default' : 'policy.stated') },
      ]),
    ),
  );
}

/** A figure of a check: rounding errors of 1e-15 are told as powers of ten. */
function figureText(language: SeasonPage['language'], value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && size < 1e-4) {
    const power = Math.floor(Math.log10(size));
    return `${numberText(language, value / 10 ** power, 1)} × 10${superscript(power)}`;
  }
  return amountText(language, value);
}

function superscript(power: number): string {
  return String(power).replace(/[-0-9]/g, (one) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(one)]!);
}
