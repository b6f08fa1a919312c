import { type ImportRole, importFiles } from '../steps/import-files.ts';
import { siteFacts } from '../steps/site-facts.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';
import { addReadingOptions, readingFrom } from './reading-options.ts';
import { siteLines } from './site-lines.ts';
import { tellSampleRemark } from './tell-sample-remark.ts';

/** `aftermine import F... --as ROLE`: adds files to the project. */
export function registerImport(host: CommandHost): void {
  addReadingOptions(host.command('import <files...>', 'command.import'), host.text.bind(host))
    .option('--as <role>', host.text('flag.as'))
    .action(
      host.action('import', async ({ workbench, flags, say }, files, options) => {
        const outcome = await importFiles(workbench, flags.dir, files.map(resolveInput), {
          role: (options['as'] as ImportRole | undefined) ?? null,
          overwrite: flags.overwrite,
          reading: readingFrom(options),
        });
        const facts = outcome.reading === null ? null : siteFacts(outcome.reading);
        return {
          data: { imported: outcome.imported, site: facts },
          human: [
            ...outcome.imported.map((one) =>
              say('import.done', { file: one.file, role: say(`role.${one.role}`), path: one.path }),
            ),
            ...(facts === null ? [] : siteLines(facts, say)),
          ],
          warnings: [
            ...(outcome.reading?.warnings.map((warning) => say(warning.key, warning.params)) ?? []),
            ...outcome.remarks.map((remark) => tellSampleRemark(remark, say)),
          ],
        };
      }),
    );
}
