import { type Language, say } from '@aftermine/science/base';
import { tellFinding } from '@aftermine/science/diagnose';
import type { CauseCheck } from './check-causes.ts';

/** The check of planted causes in plain sentences. */
export function tellCauses({ planted, invented }: CauseCheck, language: Language): string[] {
  return [
    say(language, 'demo.causes.found', {
      found: planted.filter(({ found }) => found).length,
      planted: planted.length,
    }),
    ...planted
      .filter(({ found }) => !found)
      .map(({ unitId, name, factor }) =>
        say(language, 'demo.causes.missing', {
          unit: `${unitId} ${name[language]}`,
          factor: say(language, `factor.${factor}`),
        }),
      ),
    ...(invented.length === 0
      ? [say(language, 'demo.causes.none-invented')]
      : invented.map((finding) =>
          say(language, 'demo.causes.invented', {
            unit: finding.unitId,
            finding: tellFinding(finding, language),
          }),
        )),
  ];
}
