import { AftermineError } from '@aftermine/science/base';
import { seasonOfSite } from '../steps/control/season-site.ts';
import { verifyHistory } from '../steps/control/verify-history.ts';
import { openProject } from '../steps/open-project.ts';
import type { CommandHost, Outcome } from './host.ts';
import { seasonLines } from './season-lines.ts';

/** `aftermine season [verify]`: one turn of the loop, and whether its history is what it was. */
export function registerSeason(host: CommandHost): void {
  host
    .command('season [what]', 'command.season')
    .option('--year <year>', host.text('flag.season-year'))
    .action(
      host.action(
        'season',
        async ({ workbench, flags, progress, say }, [what], options): Promise<Outcome> => {
          const project = openProject(workbench, flags.dir, flags.set);
          if (what === 'verify') {
            const found = await verifyHistory(workbench, project);
            return {
              data: found,
              human: [
                say('season.verified', {
                  entries: found.entries,
                  evidence: found.evidence,
                  head: found.head,
                }),
              ],
            };
          }
          if (what !== undefined)
            throw new AftermineError('InvalidInput', 'E-USE-002', {
              where: 'season',
              expected: 'verify',
              got: what,
            });
          const year = options['year'] === undefined ? undefined : Number(options['year']);
          if (year !== undefined && !Number.isInteger(year))
            throw new AftermineError('InvalidInput', 'E-USE-002', {
              where: '--year',
              expected: 'YYYY',
              got: String(options['year']),
            });
          const { season, adopted, problems } = await seasonOfSite(workbench, project, {
            ...(year === undefined ? {} : { year }),
            seed: flags.seed,
            progress,
            force: flags.force,
          });
          return {
            data: season,
            human: [
              ...(adopted ? [say('season.adopted', { start: season.first }), ''] : []),
              ...seasonLines(season, flags.language),
              '',
              say('season.next'),
            ],
            warnings: problems.map(({ key, params, row }) =>
              say('field-note.row', { row, text: say(key, params) }),
            ),
          };
        },
      ),
    );
}
