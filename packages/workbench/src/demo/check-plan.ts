import type { PlanResult } from '@aftermine/science/plan';

/** Whether a plan keeps what it promises: every choice past its gates, every limit held. */
export interface PlanCheck {
  readonly units: number;
  readonly rows: number;
  readonly problems: readonly string[];
  readonly passes: boolean;
}

/** Rounding that sums of money may carry, as a share of the limit. */
const ROUNDING = 1e-9;

/** Holds a plan against its own gates and limits, apart from the solver: money may be carried over, other rows stand alone. */
export function checkPlan(plan: PlanResult): PlanCheck {
  const problems: string[] = [];
  const chosen = plan.units.filter(({ choice }) => choice !== null);
  for (const { id, choice } of chosen)
    for (const gate of choice!.gates)
      if (gate.state === 'fail' || gate.state === 'insufficient') problems.push(`${id}: ${gate.gate}`);
  const spent = new Map<string, number>();
  for (const { id, sense, used, limit } of plan.rows) {
    const [label = id] = id.split(/:(?=\d{4}$)/);
    const carried = spent.get(label) ?? 0;
    const rest = limit - used + (isMoney(label) ? carried : 0);
    if (isMoney(label)) spent.set(label, rest);
    const slack = ROUNDING * Math.max(1, Math.abs(limit));
    if (sense !== '>=' && rest < -slack) problems.push(id);
    if (sense !== '<=' && used < limit - slack) problems.push(id);
  }
  return { units: chosen.length, rows: plan.rows.length, problems, passes: problems.length === 0 };
}

function isMoney(label: string): boolean {
  return label === 'budget' || label.startsWith('funds-');
}
