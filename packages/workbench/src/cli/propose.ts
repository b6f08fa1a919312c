import { AftermineError } from '@aftermine/science/base';
import { MU_PER_HA } from '@aftermine/science/site';
import { openProject } from '../steps/open-project.ts';
import { proposeSiteUnits } from '../steps/propose-site-units.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';

/** `aftermine propose`: candidate units from what was observed, to be accepted or edited. */
export function registerPropose(host: CommandHost): void {
  host
    .command('propose', 'command.propose')
    .option('--min-area <ha>', host.text('flag.min-area'))
    .option('--accept [ids...]', host.text('flag.propose-accept'))
    .action(
      host.action('propose', async ({ workbench, flags, say }, _args, options) => {
        const project = openProject(workbench, flags.dir, flags.set);
        const accept = options['accept'] as readonly string[] | true | undefined;
        const minArea = options['minArea'] as string | undefined;
        const outcome = await proposeSiteUnits(workbench, project, {
          overwrite: flags.overwrite,
          ...(minArea === undefined ? {} : { minAreaHa: positive(minArea) }),
          ...(accept === undefined ? {} : { accept: isAll(accept) ? ('all' as const) : accept }),
          ...(flags.output === undefined ? {} : { path: resolveInput(flags.output) }),
        });
        const { proposals } = outcome;
        return {
          data: {
            path: outcome.path,
            unitsPath: outcome.unitsPath,
            accepted: outcome.accepted,
            proposals: proposals.map(({ polygons: _, ...facts }) => facts),
          },
          wroteOutput: true,
          human: [
            say('propose.done', { count: proposals.length, path: outcome.path }),
            ...proposals.slice(0, LISTED).map(({ id, areaHa, years, state }) =>
              say('propose.unit', {
                id,
                ha: areaHa.toFixed(1),
                mu: (areaHa * MU_PER_HA).toFixed(0),
                first: years.first,
                last: years.last,
                state: say(`proposal-state.${state}`),
              }),
            ),
            ...(proposals.length > LISTED ? [say('propose.more', { count: proposals.length - LISTED })] : []),
            ...(outcome.unitsPath === null
              ? proposals.length === 0
                ? []
                : [say('propose.how')]
              : [say('propose.accepted', { count: outcome.accepted.length, path: outcome.unitsPath })]),
          ],
        };
      }),
    );
}

/** `--accept` without ids, or with the word. */
function isAll(accept: readonly string[] | true): accept is true {
  return accept === true || (accept.length === 1 && accept[0] === 'all');
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new AftermineError('InvalidInput', 'E-USE-006', { where: '--min-area', got: text });
  return value;
}

const LISTED = 20;
