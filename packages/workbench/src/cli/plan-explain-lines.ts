import { isUnknown, type Language, type MessageParam, say } from '@aftermine/science/base';
import type { GateResult, Objective, PlannedUnit, PlanResult } from '@aftermine/science/plan';
import { amount, listOf, packageName, packageText } from './plan-texts.ts';

/** Why a unit gets what it gets: gates, value, prices, the runner-up, and what would change it. */
export function planExplainLines(unit: PlannedUnit, result: PlanResult, language: Language): string[] {
  const tell = (key: string, params: Readonly<Record<string, MessageParam>> = {}): string =>
    say(language, `plan-explain.${key}`, params);
  const { choice, runnerUp } = unit;
  const lines = [
    tell('title', {
      unit: unit.id,
      name: unit.name ?? '',
      area: amount(unit.areaHa, language),
      damage: unit.damage === null ? '-' : say(language, `damage.${unit.damage}`),
    }),
  ];
  if (unit.mandatory) lines.push(tell('mandatory'));
  if (choice === null) lines.push(tell('left', { why: say(language, `not-chosen.${unit.notChosen}`) }));
  else {
    const { use, measures } = packageText(choice, result, language);
    const outcome = choice.outcome!;
    lines.push(
      tell('choice', {
        use,
        measures,
        year: choice.year,
        state: say(language, `gate-verdict.${choice.state}`),
      }),
      tell('cost', {
        cost: amount(outcome.publicCost, language),
        currency: result.currency,
        now: outcome.recoveryNow.toFixed(2),
        end: outcome.recoveryEnd.toFixed(2),
        without: outcome.recoveryEndWithout.toFixed(2),
      }),
      '',
      tell('gates'),
      ...choice.gates.map((gate) => gateLine(gate, result, language)),
      '',
      tell('value'),
    );
    const total = result.objective ?? 0;
    for (const [id, part] of Object.entries(unit.valueParts))
      lines.push(
        tell('part', {
          objective: say(language, `objective-name.${id}`),
          amount: amount(outcome.objectives[id as Objective], language),
          share: `${total === 0 ? '-' : ((100 * part) / total).toFixed(2)} %`,
        }),
      );
    lines.push('', tell('uses'));
    if (unit.pricedUses.length === 0) lines.push(tell('nothing-scarce'));
    for (const { row, amount: used, price } of unit.pricedUses)
      lines.push(
        tell('use', {
          row: result.rows.find(({ id }) => id === row)?.name[language] ?? row,
          amount: amount(used, language),
          value: `${total === 0 ? '-' : ((100 * used * price) / total).toFixed(2)} %`,
        }),
      );
  }
  if (runnerUp !== null) {
    const { use, measures } = packageText(runnerUp, result, language);
    const behind = (choice?.reducedValue ?? 0) - runnerUp.reducedValue!;
    lines.push(
      '',
      tell('runner-up', {
        use,
        measures,
        year: runnerUp.year,
        behind: `${((100 * behind) / (result.objective || 1)).toFixed(2)} %`,
      }),
    );
  }
  if (unit.flips.length > 0) lines.push('', tell('flips'));
  for (const { kind, params } of unit.flips)
    lines.push(`  ${say(language, `flip.${kind}`, flipParams(params, unit, result, language))}`);
  if (unit.barred.length > 0) lines.push('', tell('barred'));
  for (const { endUse, gates } of unit.barred)
    lines.push(
      tell('barred-use', {
        use: result.names.endUses[endUse]?.[language] ?? endUse,
        reasons: listOf(
          gates.map((gate) => gateReason(gate, language)),
          language,
        ),
      }),
    );
  return lines;
}

function gateLine(gate: GateResult, result: PlanResult, language: Language): string {
  const mended =
    gate.mendedBy === null
      ? ''
      : say(language, 'plan-explain.mended', {
          measure: result.names.measures[gate.mendedBy]?.[language] ?? gate.mendedBy,
        });
  return say(language, 'plan-explain.gate', {
    state: say(language, `gate-verdict.${gate.state}`),
    reason: gate.reason[language],
    value: valueText(gate.value, language),
    limit: valueText(gate.limit, language),
    mended,
    source: gate.source,
  });
}

function gateReason(gate: GateResult, language: Language): string {
  const state = say(language, `gate-verdict.${gate.state}`);
  const why =
    gate.unknown !== null && isUnknown(gate.unknown)
      ? say(language, `unknown.${gate.unknown.reason}`, gate.unknown.params)
      : `${valueText(gate.value, language)} (${valueText(gate.limit, language)})`;
  return `[${state}] ${gate.reason[language]} ${why}`;
}

function valueText(value: MessageParam, language: Language): string {
  if (value === null) return '?';
  return typeof value === 'number' ? amount(value, language) : String(value);
}

function flipParams(
  params: Readonly<Record<string, MessageParam>>,
  unit: PlannedUnit,
  result: PlanResult,
  language: Language,
): Readonly<Record<string, MessageParam>> {
  const told: Record<string, MessageParam> = { ...params };
  if ('package' in params)
    told['package'] =
      params['package'] === null || params['package'] === undefined
        ? say(language, 'plan-compare.nothing')
        : packageName(String(params['package']), result, language);
  if (typeof params['endUse'] === 'string')
    told['endUse'] = result.names.endUses[params['endUse']]?.[language] ?? params['endUse'];
  if (typeof params['gate'] === 'string') {
    const gate = unit.barred.flatMap(({ gates }) => gates).find((one) => one.gate === params['gate']);
    if (gate !== undefined) told['gate'] = gate.reason[language];
  }
  return told;
}
