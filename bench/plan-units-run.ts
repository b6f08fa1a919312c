import { planProgramme } from '@aftermine/science/plan';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { madeSettings, madeUnits } from './plan-units-made.ts';

/** One project plan in a process of its own, for `plan-units.ts`: from diagnosed units to the plan, how long it took and what it held. */
const units = madeUnits(Number(process.argv[2]));
const settings = madeSettings(units);
const workbench = composeWorkbench();
const library = workbench.libraries.load({ costFile: settings.costs });
const begun = performance.now();
const cpuBegun = process.cpuUsage();
const elapsed = (): number => (performance.now() - begun) / 1000;
const { result } = await planProgramme(
  { units, library, settings, start: settings.start!, seed: 1, elapsed },
  workbench.solver.solve,
);
const seconds = elapsed();
const { user, system } = process.cpuUsage(cpuBegun);
const megabytes = process.resourceUsage().maxRSS / 1024;
await workbench.solver.close();
let characters = 0;
for (const list of [result.units, result.schedule])
  for (const one of list) characters += JSON.stringify(one).length + 1;
characters += JSON.stringify({ ...result, units: [], schedule: [] }).length;
console.log(
  JSON.stringify({
    objective: result.objective,
    gap: result.gap,
    treated: result.units.filter(({ choice }) => choice !== null).length,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    megabytes,
    characters,
  }),
);
