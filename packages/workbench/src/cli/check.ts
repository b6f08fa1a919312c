import { checkSite } from '../steps/check-site.ts';
import { siteFacts } from '../steps/site-facts.ts';
import { EXIT } from './errors.ts';
import type { CommandHost } from './host.ts';
import { siteLines } from './site-lines.ts';

/** `aftermine check`: the named checks of what was imported. */
export function registerCheck(host: CommandHost): void {
  host.command('check', 'command.check').action(
    host.action('check', async ({ workbench, flags, say }) => {
      const reading = await checkSite(workbench, flags.dir, flags.set);
      const facts = siteFacts(reading);
      const mustFix = facts.problems.some((problem) => problem.severity === 'must-fix');
      return {
        data: facts,
        human: [
          ...siteLines(facts, say),
          say(facts.problems.length === 0 ? 'check.clean' : 'check.found', { count: facts.problems.length }),
        ],
        warnings: reading.warnings.map((warning) => say(warning.key, warning.params)),
        exitCode: mustFix ? EXIT.invalidInput : EXIT.ok,
      };
    }),
  );
}
