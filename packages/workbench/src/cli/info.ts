import { infoFile } from '../steps/info-file.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';

/** `aftermine info FILE`: what a file is (kind, CRS, size, bands, extent) without a project. */
export function registerInfo(host: CommandHost): void {
  host.command('info <file>', 'command.info').action(
    host.action('info', async ({ workbench, say }, [file]) => {
      const facts = await infoFile(workbench, resolveInput(file!));
      const lines = Object.entries(facts.summary).map(([key, value]) => `${say(`info.${key}`)}: ${value}`);
      return {
        data: facts,
        human: [],
        text: lines.join('\n'),
        warnings: facts.warnings.map((w) => say(w.key, w.params)),
      };
    }),
  );
}
