import { AftermineError } from '@aftermine/science/base';
import { initProject } from '../steps/init-project.ts';
import { siteFacts } from '../steps/site-facts.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';
import { addReadingOptions, readingFrom } from './reading-options.ts';
import { siteLines } from './site-lines.ts';

/** `aftermine init DIR --boundary F`: a new project from a boundary. */
export function registerInit(host: CommandHost): void {
  const text = (key: string): string => host.text(`flag.${key}`);
  addReadingOptions(host.command('init <dir>', 'command.init'), host.text.bind(host), false)
    .option('--boundary <file>', text('boundary'))
    .option('--units <file>', text('units'))
    .option('--reference <file>', text('reference'))
    .option('--name <text>', text('name'))
    .option('--crs <EPSG:n>', text('crs'))
    .action(
      host.action('init', async ({ workbench, flags, say }, [dir], options) => {
        const given = (key: string): string | undefined => options[key] as string | undefined;
        const boundary = given('boundary');
        if (boundary === undefined) {
          throw new AftermineError('InvalidInput', 'E-USE-004', {
            where: 'init',
            expected: '--boundary FILE',
          });
        }
        const [units, reference, name, crs] = [
          given('units'),
          given('reference'),
          given('name'),
          given('crs'),
        ];
        const { crs: _, ...reading } = readingFrom(options);
        const started = await initProject(workbench, {
          dir: resolveInput(dir!),
          boundary: resolveInput(boundary),
          language: flags.language,
          overwrite: flags.overwrite,
          ...(units === undefined ? {} : { units: resolveInput(units) }),
          ...(reference === undefined ? {} : { reference: resolveInput(reference) }),
          ...(name === undefined ? {} : { name }),
          ...(crs === undefined ? {} : { crs }),
          reading,
        });
        const facts = siteFacts(started.reading);
        return {
          data: { dir: started.project.dir, ...facts },
          human: [say('init.done', { dir: started.project.dir }), ...siteLines(facts, say), say('init.next')],
          warnings: started.reading.warnings.map((warning) => say(warning.key, warning.params)),
        };
      }),
    );
}
