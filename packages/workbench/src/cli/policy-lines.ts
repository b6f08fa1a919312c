import { type Language, say } from '@aftermine/science/base';
import { type PolicyPanel, policySentence, UNIT_STATES } from '@aftermine/science/control';
import { chanceText } from '@aftermine/science/report/season';
import { textTable } from './text-table.ts';

const PARTS = ['effort', 'concession', 'holding', 'threshold', 'upkeep', 'compliance'] as const;

/** The panel on a terminal: what it is not for, each part in sentences, upkeep by unit, and how its checks came out. */
export function policyLines(panel: PolicyPanel, language: Language): readonly string[] {
  const tell = (key: string, params = {}): string => say(language, `policy-line.${key}`, params);
  const checks = [...PARTS.flatMap((part) => panel[part].checks), ...panel.known];
  return [
    ...panel.notices.map((notice) => policySentence(language, notice)),
    ...PARTS.flatMap((part) => [
      '',
      say(language, `policy.topic.${part}`),
      ...panel[part].findings.map(
        (finding) => `  ${policySentence(language, finding)}${agreement(finding.agrees, language)}`,
      ),
      ...(part === 'upkeep' ? upkeepLines(panel, language) : []),
    ]),
    '',
    tell('checks', { kept: checks.length - panel.failed.length, all: checks.length }),
    ...panel.failed.map(
      ({ name, expected, got }) => `  ${tell('failed', { name: say(language, name), expected, got })}`,
    ),
  ];
}

function agreement(agrees: boolean | null, language: Language): string {
  if (agrees === null) return '';
  return ` [${say(language, agrees ? 'policy.agrees' : 'policy.differs')}]`;
}

/** What to do on each unit in the state it is in. */
function upkeepLines({ upkeep }: PolicyPanel, language: Language): readonly string[] {
  if (upkeep.units.length === 0) return [];
  const tell = (key: string): string => say(language, `policy-line.column.${key}`);
  return [
    '',
    ...textTable(
      [tell('unit'), tell('state'), tell('action'), tell('sustained')],
      upkeep.units.map(({ unit, state, plan, outlook }) => [
        unit,
        say(language, `policy.state.${state}`),
        say(language, `policy.action.${plan.advice.find((one) => one.state === state)!.action}`),
        chanceText(language, outlook.at(-1)![UNIT_STATES.indexOf('self-sustaining')]!),
      ]),
    ).map((line) => `  ${line}`),
  ];
}
