import { forecastUnits } from '../steps/control/forecast-units.ts';
import { openProject } from '../steps/open-project.ts';
import { forecastLines } from './forecast-lines.ts';
import type { CommandHost, Outcome } from './host.ts';

/** `aftermine forecast [unit]`: what the last season expects of each unit, with its spread. */
export function registerForecast(host: CommandHost): void {
  host.command('forecast [unit]', 'command.forecast').action(
    host.action('forecast', async ({ workbench, flags }, [unit]): Promise<Outcome> => {
      const forecast = await forecastUnits(workbench, openProject(workbench, flags.dir, flags.set), unit);
      return {
        data: forecast,
        human: [],
        text: forecastLines(forecast, flags.language).join('\n'),
      };
    }),
  );
}
