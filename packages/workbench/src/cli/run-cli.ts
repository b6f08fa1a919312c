import { AftermineError, type Language } from '@aftermine/science/base';
import { CommanderError } from 'commander';
import type { Config } from '../config.ts';
import type { Workbench } from '../ports/index.ts';
import { registerAction } from './action.ts';
import { registerAlert } from './alert.ts';
import { registerCheck } from './check.ts';
import { registerClean } from './clean.ts';
import { registerDemo } from './demo.ts';
import { registerDiagnose } from './diagnose.ts';
import { registerDoctor } from './doctor.ts';
import { EXIT, speakError } from './errors.ts';
import { registerEvidence } from './evidence.ts';
import { registerExport } from './export.ts';
import { registerForecast } from './forecast.ts';
import { CommandHost, type Terminal } from './host.ts';
import { registerImport } from './import.ts';
import { registerInfo } from './info.ts';
import { registerInit } from './init.ts';
import { registerObserve } from './observe.ts';
import { registerPlan } from './plan.ts';
import { registerPolicy } from './policy.ts';
import { registerPropose } from './propose.ts';
import { registerReport } from './report.ts';
import { registerRun } from './run.ts';
import { registerSchema } from './schema.ts';
import { registerSeason } from './season.ts';
import { registerSeries } from './series.ts';
import { registerServe } from './serve.ts';
import { registerStatus } from './status.ts';
import { registerValueOfControl } from './value-of-control.ts';

/** Runs one command line and returns its exit code. Nothing here touches the process. */
export async function runCli(
  workbench: Workbench,
  config: Config,
  terminal: Terminal,
  argv: readonly string[],
): Promise<number> {
  const host = new CommandHost(workbench, config, terminal);
  const around = {
    terminal,
    run: (other: Terminal, line: readonly string[], language: Language) =>
      runCli(workbench, { ...config, language }, other, line),
  };
  registerDemo(host, around);
  registerServe(host, around);
  registerInit(host);
  registerImport(host);
  registerCheck(host);
  registerObserve(host);
  registerPropose(host);
  registerDiagnose(host);
  registerPlan(host);
  registerSeason(host);
  registerAlert(host);
  registerAction(host);
  registerEvidence(host);
  registerForecast(host);
  registerValueOfControl(host);
  registerPolicy(host);
  registerReport(host);
  registerRun(host);
  registerSeries(host);
  registerStatus(host);
  registerClean(host);
  registerExport(host);
  registerInfo(host);
  registerDoctor(host);
  registerSchema(host);
  try {
    if (argv.length === 0) {
      host.program.outputHelp();
      return EXIT.usage;
    }
    await host.program.parseAsync(argv, { from: 'user' });
    return host.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    if (argv.includes('--json')) {
      const usage = new AftermineError('InvalidInput', 'E-USE-001', { got: error.message });
      terminal.out(
        `${JSON.stringify({ ok: false, command: argv[0] ?? '', version: workbench.version, error: speakError(usage, config.language) })}\n`,
      );
    }
    return EXIT.usage;
  }
}
