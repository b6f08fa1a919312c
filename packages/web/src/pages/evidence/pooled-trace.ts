import { hasText, isUnknown, type MessageParam, say } from '@aftermine/science/base';
import type { Synthesis } from '@aftermine/science/evidence';
import type { useTexts } from '../../app/language.ts';
import type { Trace } from '../../parts/evidence-drawer.tsx';

/** What stands behind a pooled effect: papers and findings, method, the steps of its grade, and what was left out. */
export function pooledTrace(
  { papers, findings, effects, grade, leftOut, egger }: Synthesis,
  told: { readonly title: string; readonly value: string },
  t: ReturnType<typeof useTexts>['t'],
  language: ReturnType<typeof useTexts>['language'],
): Trace {
  const words = (key: string, params: Readonly<Record<string, MessageParam>>): string =>
    say(language, key, params);
  /** A design of the shipped codebook in words; that of another codebook as it is. */
  const designText = (design: string): string =>
    hasText(`evidence-page.design.${design}`) ? words(`evidence-page.design.${design}`, {}) : design;
  return {
    ...told,
    source: [
      t('lit.trace.papers', { papers, findings: findings.length }),
      ...effects.map(({ study }) => study),
    ],
    steps: [
      t('lit.trace.aggregate'),
      ...(isUnknown(egger) ? [words(`unknown.${egger.reason}`, egger.params ?? {})] : []),
      t('lit.trace.left-out', { n: leftOut.length }),
    ],
    rule: [t('lit.trace.rule')],
    confidence: [
      words(`evidence.grade.letter.${grade.grade}`, {}),
      ...grade.reasons.map(({ rule, add, params }) =>
        words(`evidence.grade.${rule}`, {
          ...params,
          ...(params['design'] === undefined ? {} : { design: designText(String(params['design'])) }),
          add: rule !== 'start' && add > 0 ? `+${add}` : add,
        }),
      ),
    ].join(language === 'zh' ? '；' : '; '),
    change: t('lit.trace.change'),
    accepted: t('lit.trace.accepted'),
  };
}
