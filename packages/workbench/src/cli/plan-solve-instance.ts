import { AftermineError, type Language, say } from '@aftermine/science/base';
import type { AllocationInstance, AllocationResult } from '@aftermine/science/plan';
import { solveInstance } from '../steps/solve-instance.ts';
import { EXIT } from './errors.ts';
import type { CommandContext, Outcome } from './host.ts';
import { resolveInput } from './paths.ts';
import { statusLine } from './plan-lines.ts';
import { amount, demandText, listOf, relaxText } from './plan-texts.ts';

/** Choices listed on a terminal. */
const LISTED = 40;

/**
 * `aftermine plan solve INSTANCE.json`. That there is no plan is an answer, with the demands that cannot be met together; that time ran
 * out before anything was found is not.
 */
export async function solveInstanceFile(
  { workbench, flags, progress }: CommandContext,
  file: string,
  options: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const gap = shareOf('--gap', options['gap'], 0, 1);
  const timeLimit = shareOf('--time', options['time'], 0, Number.POSITIVE_INFINITY);
  const { instance, result } = await solveInstance(workbench, resolveInput(file), {
    exact: options['exact'] === true,
    seed: flags.seed,
    progress,
    ...(gap === undefined ? {} : { gap }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
  });
  return {
    data: result,
    human: instanceLines(instance, result, flags.language),
    ...(result.status === 'unknown' ? { exitCode: EXIT.notEnoughData } : {}),
  };
}

function instanceLines(instance: AllocationInstance, result: AllocationResult, language: Language): string[] {
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, `plan-line.${key}`, params);
  const lines = [statusLine(result, language)];
  const rows = instance.rows.map((row) => ({
    ...row,
    name: row.name ?? { en: row.id, zh: row.id },
    measure: '',
  }));
  if (result.infeasible !== null) {
    const told = (one: Parameters<typeof demandText>[0]): string => demandText(one, { rows }, language);
    if (result.infeasible.conflict !== null)
      lines.push(tell('conflict', { demands: listOf(result.infeasible.conflict.map(told), language) }));
    if (result.infeasible.relax.length > 0)
      lines.push(
        tell('relax', {
          steps: listOf(
            result.infeasible.relax.map((one) => relaxText(one, { rows }, language)),
            language,
          ),
        }),
      );
    return lines;
  }
  if (result.objective === null) return lines;
  lines.push(
    tell('objective', {
      objective: amount(result.objective, language),
      bound: amount(result.bound ?? result.objective, language),
      units: result.choice.length,
    }),
  );
  for (const { unit, package: of, year } of result.choice.slice(0, LISTED))
    lines.push(`  ${unit}  ${of}  ${year}`);
  if (result.choice.length > LISTED) lines.push(tell('more', { count: result.choice.length - LISTED }));
  for (const { id, used, limit } of result.rows)
    lines.push(
      tell('row-price', {
        row: id,
        used: amount(used, language),
        limit: amount(limit, language),
        price: amount(result.prices[id] ?? 0, language),
      }),
    );
  for (const { key, params } of result.why) lines.push(`  ${say(language, key, params)}`);
  return lines;
}

function shareOf(flag: string, value: unknown, low: number, high: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!(number >= low && number <= high) || String(value).trim() === '')
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: flag,
      expected: Number.isFinite(high) ? `${low}-${high}` : `>= ${low}`,
      got: String(value),
    });
  return number;
}
