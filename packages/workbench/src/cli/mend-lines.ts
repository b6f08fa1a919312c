import type { MendSiteOutcome } from '../steps/mend-site.ts';
import type { CommandContext } from './host.ts';

/** What was mended, what was left and why, and what to do to use the copies, line by line. */
export function mendLines(outcome: MendSiteOutcome, dryRun: boolean, say: CommandContext['say']): string[] {
  const lines: string[] = [];
  for (const { file, copy, changes, left } of outcome.files) {
    for (const { feature, check, areaBeforeHa, areaAfterHa } of changes)
      lines.push(
        say('mend.change', {
          file,
          feature,
          check: say(`mended.${check}`),
          before: areaBeforeHa.toFixed(4),
          after: areaAfterHa.toFixed(4),
        }),
      );
    for (const { feature, check, params, reason } of left)
      lines.push(
        say('mend.left', {
          file,
          feature,
          what: say(`check.${check}`, params),
          reason: say(`left.${reason}`),
        }),
      );
    if (copy !== null)
      lines.push(say(dryRun ? 'mend.would-write' : 'mend.written', { path: copy, count: changes.length }));
  }
  if (outcome.settings.length === 0) lines.push(say('mend.nothing'));
  for (const { path, from, to } of outcome.settings)
    lines.push(
      say(outcome.adopted ? 'mend.setting-done' : 'mend.setting', { key: path.join('.'), from, to }),
    );
  return lines;
}
