import { AftermineError, type Language } from '@aftermine/science/base';
import { type Codebook, labelIn } from '@aftermine/science/evidence';
import { registerEvidenceAppraise } from './evidence-appraise.ts';
import { registerEvidenceCodebook } from './evidence-codebook.ts';
import { registerEvidenceCoding } from './evidence-coding.ts';
import { registerEvidenceFlow } from './evidence-flow.ts';
import { registerEvidencePool } from './evidence-pool.ts';
import { registerEvidenceScreen } from './evidence-screen.ts';
import { registerEvidenceSources } from './evidence-sources.ts';
import type { CommandHost } from './host.ts';

/** `aftermine evidence import|dedupe|decide|screen|code|findings|appraise|pool|gap|flow|prisma|claims|export`: the literature side. */
export function registerEvidence(host: CommandHost): void {
  const evidence = host.program.command('evidence').description(host.text('command.evidence'));
  registerEvidenceSources(host, evidence);
  registerEvidenceScreen(host, evidence);
  registerEvidenceCodebook(host, evidence);
  registerEvidenceCoding(host, evidence);
  registerEvidenceAppraise(host, evidence);
  registerEvidencePool(host, evidence);
  registerEvidenceFlow(host, evidence);
}

/**
 * A choice among words.
 *
 * @throws InvalidInput `E-USE-002` for any other
 */
export function oneOf<T extends string>(where: string, words: readonly T[], got: unknown): T {
  const found = words.find((word) => word === got);
  if (found === undefined)
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where,
      expected: words.join(', '),
      got: String(got ?? ''),
    });
  return found;
}

/**
 * A reason for leaving a report out.
 *
 * @throws InvalidInput `E-USE-002` for none of the codebook, with what each stands for
 */
export function reasonOf({ exclusionReasons }: Codebook, got: unknown, language: Language): string {
  const found = exclusionReasons.find(({ id }) => id === got);
  if (found === undefined)
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--reason',
      expected: exclusionReasons.map(({ id, rule }) => `${id} (${labelIn(language, rule, id)})`).join(', '),
      got: String(got ?? ''),
    });
  return found.id;
}
