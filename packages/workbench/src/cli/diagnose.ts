import { diagnoseSite } from '../steps/diagnose-site.ts';
import { openProject } from '../steps/open-project.ts';
import { diagnosisLines } from './diagnosis-lines.ts';
import type { CommandHost } from './host.ts';
import { tellSampleRemark } from './tell-sample-remark.ts';

/** `aftermine diagnose`: what limits recovery, unit by unit. */
export function registerDiagnose(host: CommandHost): void {
  host.command('diagnose', 'command.diagnose').action(
    host.action('diagnose', async ({ workbench, flags, progress, signal, say }) => {
      const project = openProject(workbench, flags.dir, flags.set);
      const { result, warnings } = await diagnoseSite(workbench, project, { progress, signal });
      return {
        data: { ...result },
        human: diagnosisLines(result, flags.language),
        warnings: warnings.map((remark) => tellSampleRemark(remark, say)),
        artifacts: result.layers.map(({ path, sha256 }) => ({
          path,
          sha256,
          type: 'image/tiff; application=geotiff; profile=cloud-optimized',
        })),
      };
    }),
  );
}
