import { solveLarge } from '@aftermine/science/plan';
import { madeProgramme } from './made-programme.ts';

/** One large allocation in a process of its own, for `allocation.ts`: prints what was proven, how long it took and what it held. */
const problem = madeProgramme(Number(process.argv[2]));
const begun = performance.now();
const { objective, bound, gap, used } = solveLarge(problem, { gap: 1e-3, seed: 1 });
const seconds = (performance.now() - begun) / 1000;
const missed = problem.rows.filter(
  ({ limit }, r) => used[r]! > limit + 1e-6 * Math.max(1, Math.abs(limit)),
).length;
console.log(
  JSON.stringify({
    objective,
    bound,
    gap,
    missed,
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
