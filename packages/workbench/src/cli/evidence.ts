import { AftermineError } from '@aftermine/science/base';
import { registerEvidenceAppraise } from './evidence-appraise.ts';
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
