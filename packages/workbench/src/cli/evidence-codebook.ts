import { type Language, say as speak } from '@aftermine/science/base';
import { type Code, type Codebook, labelIn } from '@aftermine/science/evidence';
import type { Command } from 'commander';
import { findingsOf } from '../steps/evidence/review.ts';
import type { CommandHost, Outcome } from './host.ts';

/** `evidence codebook`: every word that codings, findings, appraisals and exclusions may use. */
export function registerEvidenceCodebook(host: CommandHost, evidence: Command): void {
  host.common(evidence.command('codebook').description(host.text('command.evidence-codebook'))).action(
    host.action('evidence codebook', async ({ workbench, flags }): Promise<Outcome> => {
      const { codebook } = await findingsOf(workbench, flags.dir);
      return { data: codebook, human: [], text: codebookLines(codebook, flags.language).join('\n') };
    }),
  );
}

function codebookLines(codebook: Codebook, language: Language): readonly string[] {
  const tell = (key: string): string => speak(language, `evidence.codebook.${key}`);
  const depthOf = new Map<string, number>();
  const line = ({ id, parent, label, isLeaf, unit }: Code): string => {
    const depth = parent === null ? 1 : (depthOf.get(parent) ?? 0) + 1;
    depthOf.set(id, depth);
    const about = [labelIn(language, label, id), ...(unit === null || unit === '1' ? [] : [unit])].join(', ');
    return `${'  '.repeat(depth)}${id}  ${about}${isLeaf ? '' : `  ${tell('has-parts')}`}`;
  };
  return [
    `${labelIn(language, codebook.title, codebook.id)} (${codebook.id} ${codebook.version})`,
    ...codebook.facets.flatMap(({ id, label, codes }) => [
      '',
      `${labelIn(language, label, id)} (${id})`,
      ...codes.map(line),
    ]),
    '',
    `${tell('comparators')} ${codebook.comparators.join(', ')}`,
    `${tell('designs')} ${codebook.designs.join(', ')}`,
    '',
    tell('exclusion'),
    ...codebook.exclusionReasons.map(({ id, rule }) => `  ${id}  ${labelIn(language, rule, id)}`),
    '',
    tell('appraisal'),
    ...codebook.appraisal.map(({ id, question }) => `  ${id}  ${labelIn(language, question, id)}`),
  ];
}
