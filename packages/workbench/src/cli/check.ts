import { Option } from 'commander';
import { acceptDefects, checkSite, type SiteCheckup } from '../steps/check-site.ts';
import { type MendSiteOutcome, mendSite, OVERLAP_RULES } from '../steps/mend-site.ts';
import { writeCheckReport } from '../steps/report-check.ts';
import { siteFacts } from '../steps/site-facts.ts';
import { EXIT } from './errors.ts';
import type { Artifact, CommandContext, CommandHost, Outcome } from './host.ts';
import { mendLines } from './mend-lines.ts';
import { resolveInput } from './paths.ts';
import { siteLines } from './site-lines.ts';

/**
 * `aftermine check`: the named checks of what was imported. `--fix` mends copies, `--accept` notes defects as
 * accepted, `--report` writes the check report.
 */
export function registerCheck(host: CommandHost): void {
  host
    .command('check', 'command.check')
    .option('--fix', host.text('flag.check-fix'))
    .addOption(new Option('--overlap <rule>', host.text('flag.check-overlap')).choices([...OVERLAP_RULES]))
    .option('--accept [checks...]', host.text('flag.check-accept'))
    .option('--by <name>', host.text('flag.check-by'))
    .option('--report [file]', host.text('flag.check-report'))
    .action(
      host.action('check', async (context, _, options) => {
        const { workbench, flags } = context;
        const by = typeof options['by'] === 'string' ? options['by'] : null;
        const mended =
          options['fix'] === true
            ? await mendSite(workbench, flags.dir, {
                overrides: flags.set,
                by,
                overlapRule: typeof options['overlap'] === 'string' ? options['overlap'] : null,
                dryRun: flags.dryRun,
                adopt: flags.yes,
              })
            : null;
        const before = await checkSite(workbench, flags.dir, flags.set);
        const { checkup, lines: acceptLines } = await accept(context, before, options['accept'], by);
        return outcome(context, checkup, mended, acceptLines, options['report']);
      }),
    );
}

/** Accepts what was asked for, and checks again so that it counts at once. */
async function accept(
  { workbench, flags, say }: CommandContext,
  checkup: SiteCheckup,
  asked: unknown,
  by: string | null,
): Promise<{ checkup: SiteCheckup; lines: string[] }> {
  if (asked === undefined) return { checkup, lines: [] };
  const checks = Array.isArray(asked) ? asked.filter((name) => typeof name === 'string') : [];
  const { accepted, refused, log } = await acceptDefects(workbench, checkup, {
    checks,
    by,
    dryRun: flags.dryRun,
  });
  const lines = [say('check.accepted-count', { count: accepted.length, by, path: log })];
  if (refused.length > 0) lines.push(say('check.not-acceptable-count', { count: refused.length }));
  return { checkup: await checkSite(workbench, flags.dir, flags.set), lines };
}

function outcome(
  { workbench, flags, say }: CommandContext,
  checkup: SiteCheckup,
  mended: MendSiteOutcome | null,
  acceptLines: readonly string[],
  report: unknown,
): Outcome {
  const { reading, standing, problems } = checkup;
  const facts = siteFacts({ ...reading, problems });
  const artifacts: Artifact[] = (mended?.files ?? []).flatMap(({ copy, sha256 }) =>
    copy === null || sha256 === null ? [] : [{ path: copy, sha256, type: 'application/geo+json' }],
  );
  const human = [
    ...(mended === null ? [] : mendLines(mended, flags.dryRun, say)),
    ...siteLines(facts, say),
    say(problems.length === 0 ? 'check.clean' : 'check.found', { count: problems.length }),
    ...acceptLines,
  ];
  if (standing.legacy.length > 0) human.push(say('check.legacy-count', { count: standing.legacy.length }));
  if (standing.gone.length > 0) human.push(say('check.gone-count', { count: standing.gone.length }));
  if (standing.blocking.length > 0)
    human.push(say('check.blocking-count', { count: standing.blocking.length }));
  if (report !== undefined && !flags.dryRun) {
    const written = writeCheckReport(workbench, checkup, {
      language: flags.languageGiven ? flags.language : checkup.project.settings.language,
      ...(typeof report === 'string' ? { path: resolveInput(report) } : {}),
      overwrite: flags.overwrite,
    });
    artifacts.push({ ...written, type: 'text/html' });
    human.push(say('report.done', { path: written.path }));
  }
  const legacy = new Set(standing.legacy.map(({ key }) => key));
  return {
    data: {
      ...facts,
      problems: facts.problems.map((problem, i) => ({ ...problem, accepted: legacy.has(problems[i]!.key) })),
      blocking: standing.blocking.length,
      ...(mended === null ? {} : { mended }),
    },
    human,
    warnings: reading.warnings.map((warning) => say(warning.key, warning.params)),
    artifacts,
    exitCode: standing.blocking.length > 0 ? EXIT.invalidInput : EXIT.ok,
  };
}
