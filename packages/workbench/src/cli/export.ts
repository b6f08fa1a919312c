import { AftermineError } from '@aftermine/science/base';
import { Option } from 'commander';
import { EXPORT_LAYERS, type ExportLayer, exportLayer } from '../steps/export-layer.ts';
import { openProject } from '../steps/open-project.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';

/** `aftermine export LAYER -o FILE`: a layer of the project for other software. */
export function registerExport(host: CommandHost): void {
  host
    .command('export <layer>', 'command.export')
    .addOption(new Option('--encoding <name>', host.text('flag.encoding')).choices(['gbk', 'utf-8']))
    .action(
      host.action('export', async ({ workbench, flags, say }, [layer], options) => {
        if (!EXPORT_LAYERS.some((known) => known === layer))
          throw new AftermineError('InvalidInput', 'E-USE-002', {
            where: 'export',
            expected: EXPORT_LAYERS.join(', '),
            got: layer!,
          });
        if (flags.output === undefined)
          throw new AftermineError('InvalidInput', 'E-USE-010', { where: 'export', expected: '-o FILE' });
        const project = openProject(workbench, flags.dir, flags.set);
        const path = resolveInput(flags.output);
        const encoding = options['encoding'] as 'gbk' | 'utf-8' | undefined;
        const { files, warnings, count } = await exportLayer(workbench, project, layer as ExportLayer, path, {
          overwrite: flags.overwrite,
          ...(encoding === undefined ? {} : { encoding }),
        });
        return {
          data: { layer, count, files },
          wroteOutput: true,
          human: [say('export.done', { count, path: files[0]! })],
          warnings: warnings.map(({ key, params }) => say(key, params)),
          artifacts: files.map((file) => ({
            path: file,
            sha256: workbench.files.sha256(file),
            type: 'application/octet-stream',
          })),
        };
      }),
    );
}
