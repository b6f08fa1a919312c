import { infoFile } from '../steps/info-file.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';
import { addReadingOptions, readingFrom } from './reading-options.ts';

/** `aftermine info FILE`: what a file is (kind, CRS, size, bands, extent) without a project. */
export function registerInfo(host: CommandHost): void {
  addReadingOptions(host.command('info <file>', 'command.info'), host.text.bind(host)).action(
    host.action('info', async ({ workbench, say }, [file], options) => {
      const facts = await infoFile(workbench, resolveInput(file!), readingFrom(options));
      const lines = [
        ['kind', say(`file-format.${facts.format}`)] as const,
        ...Object.entries(facts.summary),
      ].map(([key, value]) => `${say(`info.${key}`)}: ${value}`);
      return {
        data: facts,
        human: [],
        text: lines.join('\n'),
        warnings: facts.warnings.map((w) => say(w.key, w.params)),
      };
    }),
  );
}
