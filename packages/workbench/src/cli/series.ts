import { AftermineError, isUnknown } from '@aftermine/science/base';
import {
  mannKendall,
  parseSeriesCsv,
  recoveryMetrics,
  recoveryTarget,
  type SegmentOverrides,
  type SegmentPreset,
  segmentParameters,
  segmentTrajectory,
  TREND_METHODS,
  type TrendMethod,
} from '@aftermine/science/series';
import type { CommandContext, CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';

/** `aftermine series segment|trend|recovery F.csv`: a researcher's own series. */
export function registerSeries(host: CommandHost): void {
  const series = host.program.command('series').description(host.text('command.series'));
  const read = (context: CommandContext, file: string): ReturnType<typeof parseSeriesCsv> =>
    parseSeriesCsv(context.workbench.files.readText(resolveInput(file)), file);

  host
    .common(series.command('segment <file>').description(host.text('command.series.segment')))
    .option('--preset <name>', 'landtrendr | mined-land', 'mined-land')
    .option('--loss <direction>', 'down | up', 'down')
    .option('--max-segments <n>')
    .option('--spike <x>')
    .option('--overshoot <n>')
    .option('--recovery <x>')
    .option('--pval <x>')
    .option('--best-model <x>')
    .option('--min-observations <n>')
    .action(
      host.action('series segment', async (context, [file], options) => {
        const parameters = segmentParameters(options['preset'] as SegmentPreset, overridesOf(options));
        const loss = oneOf('--loss', options['loss'], ['down', 'up'] as const);
        const answers = read(context, file!).map(({ id, observations }) => ({
          id,
          ...segmentTrajectory(observations, parameters, { loss }),
        }));
        const text = answers.map((one) => {
          const vertices = one.vertices
            .map(({ year, value }) => `${year} ${Number(value.toPrecision(6))}`)
            .join(', ');
          return `${one.id}: ${one.reason === undefined ? one.status : context.say(`unknown.${one.reason}`, one.reasonParams)} [${vertices}] p ${one.pValue.toPrecision(3)}`;
        });
        return { data: { parameters, loss, series: answers }, human: [], text: text.join('\n') };
      }),
    );

  host
    .common(series.command('trend <file>').description(host.text('command.series.trend')))
    .option('--method <name>', TREND_METHODS.join(' | '), 'original')
    .option('--lag <n>')
    .option('--time <how>', 'true-time | positions', 'true-time')
    .action(
      host.action('series trend', async (context, [file], options) => {
        const method: TrendMethod = oneOf('--method', options['method'], TREND_METHODS);
        const time = oneOf('--time', options['time'], ['true-time', 'positions'] as const);
        const lag = numberOf('--lag', options['lag']);
        const answers = read(context, file!).map(({ id, observations }) => {
          const trend = mannKendall(
            observations.map(({ year }) => year),
            observations.map(({ value }) => value),
            { method, time, ...(lag === undefined ? {} : { lag }) },
          );
          return isUnknown(trend)
            ? { id, status: 'unknown' as const, reason: trend.reason, params: trend.params ?? {} }
            : { id, status: 'known' as const, ...trend };
        });
        const text = answers.map((one) =>
          one.status === 'unknown'
            ? `${one.id}: ${context.say(`unknown.${one.reason}`, one.params)}`
            : `${one.id}: S ${one.s}, Z ${one.z.toFixed(4)}, p ${one.p.toPrecision(4)}, tau ${one.tau.toFixed(4)}, ${one.slopePerYear.toPrecision(6)} / year`,
        );
        return { data: { method, time, series: answers }, human: [], text: text.join('\n') };
      }),
    );

  host
    .common(series.command('recovery <file>').description(host.text('command.series.recovery')))
    .requiredOption('--disturbance <year>')
    .requiredOption('--restoration <year>')
    .option('--target <value>')
    .option('--percent <p>')
    .option('--years <n>')
    .action(
      host.action('series recovery', async (context, [file], options) => {
        const disturbanceYear = numberOf('--disturbance', options['disturbance'])!;
        const restorationYear = numberOf('--restoration', options['restoration'])!;
        const given = numberOf('--target', options['target']);
        const percent = numberOf('--percent', options['percent']) ?? 80;
        const afterYears = numberOf('--years', options['years']) ?? 5;
        const answers = read(context, file!).map(({ id, observations }) => {
          const yearly = {
            years: observations.map(({ year }) => year),
            values: observations.map(({ value }) => value),
          };
          const target = given ?? recoveryTarget('historic', yearly, disturbanceYear + 1);
          if (isUnknown(target)) return { id, target, metrics: null };
          return {
            id,
            target,
            metrics: recoveryMetrics(yearly, {
              disturbanceYear,
              restorationYear,
              target,
              percent,
              afterYears,
            }),
          };
        });
        const text = answers.map((one) => {
          if (one.metrics === null)
            return `${one.id}: ${context.say(`unknown.${one.target.reason}`, one.target.params)}`;
          const parts = Object.entries(one.metrics).map(([name, metric]) =>
            isUnknown(metric)
              ? `${name} ${context.say(`unknown.${metric.reason}`, metric.params)}`
              : `${name} ${Number(metric.value.toPrecision(6))}`,
          );
          return `${one.id}: ${parts.join('; ')}`;
        });
        return { data: { percent, afterYears, series: answers }, human: [], text: text.join('\n') };
      }),
    );
}

function overridesOf(options: Readonly<Record<string, unknown>>): SegmentOverrides {
  return {
    maxSegments: numberOf('--max-segments', options['maxSegments']),
    spikeThreshold: numberOf('--spike', options['spike']),
    vertexCountOvershoot: numberOf('--overshoot', options['overshoot']),
    recoveryThreshold: numberOf('--recovery', options['recovery']),
    pValue: numberOf('--pval', options['pval']),
    bestModelProportion: numberOf('--best-model', options['bestModel']),
    minObservations: numberOf('--min-observations', options['minObservations']),
  };
}

function numberOf(option: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number))
    throw new AftermineError('InvalidInput', 'E-USE-006', { where: option, got: String(value) });
  return number;
}

function oneOf<T extends string>(option: string, value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: option,
      expected: known.join(', '),
      got: String(value),
    });
  return found;
}
