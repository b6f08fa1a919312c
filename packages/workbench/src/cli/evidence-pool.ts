import { isUnknown, type Language, say as speak } from '@aftermine/science/base';
import {
  type AggregatedEffect,
  aggregateByPaper,
  type EffectMeasure,
  eggerTest,
  forestFigure,
  forestPicture,
  funnelFigure,
  funnelPicture,
  leafCodes,
  leaveOneOut,
  type PooledEffect,
  poolEffects,
  readEffectTable,
  synthesiseFindings,
} from '@aftermine/science/evidence';
import type { Command } from 'commander';
import { findingsOf } from '../steps/evidence/review.ts';
import { oneOf } from './evidence.ts';
import type { CommandHost, Outcome } from './host.ts';
import { resolveInput } from './paths.ts';

const MEASURES = ['lnRR', 'MD', 'SMD', 'logOR', 'logRR'] as const;

/** `evidence pool [FILE]`: many effects as one, from a table of a researcher's own or from the findings of the library. */
export function registerEvidencePool(host: CommandHost, evidence: Command): void {
  host
    .common(evidence.command('pool [file]').description(host.text('command.evidence-pool')))
    .option('--measure <code>', host.text('flag.technology'))
    .option('--indicator <code>', host.text('flag.indicator'))
    .option('--effect <measure>', host.text('flag.effect'))
    .option('--forest', host.text('flag.forest'))
    .option('--funnel', host.text('flag.funnel'))
    .action(
      host.action('evidence pool', async ({ workbench, flags, say }, [file], options): Promise<Outcome> => {
        if (file === undefined) {
          const { findings, codebook } = await findingsOf(workbench, flags.dir);
          const { rows, columns } = codebook.gapMap;
          const code = (key: string, facet: string): string =>
            oneOf(
              `--${key}`,
              leafCodes(codebook, facet).map(({ id }) => id),
              options[key],
            );
          const synthesis = synthesiseFindings(
            code('measure', rows),
            code('indicator', columns),
            findings,
            codebook,
          );
          return {
            data: synthesis,
            human: [
              say('evidence.pool.of', {
                papers: synthesis.papers,
                findings: synthesis.findings.length,
                grade: synthesis.grade.grade,
              }),
              ...(isUnknown(synthesis.pooled)
                ? [say(`unknown.${synthesis.pooled.reason}`, synthesis.pooled.params)]
                : [pooledLine(synthesis.pooled, flags.language)]),
            ],
            ...picture(options, synthesis.effectMeasure, synthesis.effects, synthesis.pooled, flags.language),
          };
        }
        const wanted =
          options['effect'] === undefined ? undefined : oneOf('--effect', MEASURES, options['effect']);
        const table = readEffectTable(await workbench.literature.rows(resolveInput(file)), wanted);
        const effects = aggregateByPaper(table.effects);
        const dl = poolEffects(effects, { method: 'DL', test: 'normal' });
        const reml = poolEffects(effects, { method: 'REML', test: 'normal' });
        const knappHartung = poolEffects(effects, { method: 'REML', test: 'knapp-hartung' });
        return {
          data: {
            k: effects.length,
            measure: table.measure,
            dl: shortOf(dl),
            reml: shortOf(reml),
            knappHartung: shortOf(knappHartung),
            egger: eggerTest(effects),
            leaveOneOut: leaveOneOut(effects),
            complaints: table.complaints,
          },
          human: [
            say('evidence.pool.k', { k: effects.length, findings: table.effects.length }),
            ...[dl, reml, knappHartung].map((one) =>
              isUnknown(one) ? say(`unknown.${one.reason}`, one.params) : pooledLine(one, flags.language),
            ),
          ],
          warnings: table.complaints.map(({ row, kind, params }) =>
            say(`evidence.table.${kind}`, {
              row,
              ...params,
              ...(typeof params['reason'] === 'string' ? { reason: say(params['reason']) } : {}),
            }),
          ),
          ...picture(options, table.measure ?? 'MD', effects, reml, flags.language),
        };
      }),
    );
}

/** What the interface promises of a pooled effect. */
function shortOf(pooled: PooledEffect | { readonly kind: 'unknown' }): object {
  if ('kind' in pooled) return pooled;
  const { heterogeneity, prediction } = pooled;
  return {
    b: pooled.estimate,
    se: pooled.standardError,
    ciLow: pooled.ciLow,
    ciHigh: pooled.ciHigh,
    p: pooled.p,
    law: pooled.law,
    tau2: pooled.tau2,
    i2: isUnknown(heterogeneity) ? null : heterogeneity.i2Percent,
    h2: isUnknown(heterogeneity) ? null : heterogeneity.h2,
    q: isUnknown(heterogeneity) ? null : heterogeneity.q,
    piLow: isUnknown(prediction) ? null : prediction.low,
    piHigh: isUnknown(prediction) ? null : prediction.high,
    weightsPercent: pooled.weightsPercent,
  };
}

function pooledLine(pooled: PooledEffect, language: Language): string {
  const { method, law, estimate, ciLow, ciHigh, tau2, heterogeneity, prediction } = pooled;
  return speak(language, isUnknown(prediction) ? 'evidence.pool.line-alone' : 'evidence.pool.line', {
    method: law === 't' ? `${method} + Knapp-Hartung` : method,
    estimate: estimate.toFixed(4),
    low: ciLow.toFixed(4),
    high: ciHigh.toFixed(4),
    tau2: tau2.toFixed(4),
    i2: isUnknown(heterogeneity) ? '-' : heterogeneity.i2Percent.toFixed(1),
    piLow: isUnknown(prediction) ? '-' : prediction.low.toFixed(3),
    piHigh: isUnknown(prediction) ? '-' : prediction.high.toFixed(3),
  });
}

/** The plot that was asked for, as SVG on standard output. */
function picture(
  options: Readonly<Record<string, unknown>>,
  measure: EffectMeasure,
  effects: readonly AggregatedEffect[],
  pooled: PooledEffect | { readonly kind: 'unknown' },
  language: Language,
): { readonly text?: string } {
  if ('kind' in pooled) return {};
  if (options['forest'] === true)
    return {
      text: forestPicture(forestFigure(measure, effects, pooled), {
        id: 'forest',
        language,
        subject: speak(language, 'evidence.pool.subject'),
      }),
    };
  if (options['funnel'] === true)
    return {
      text: funnelPicture(funnelFigure(measure, effects, pooled), {
        id: 'funnel',
        language,
        subject: speak(language, 'evidence.pool.subject'),
      }),
    };
  return {};
}
