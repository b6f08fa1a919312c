import type { GateState } from '@aftermine/science/plan';
import { useSay } from '../../parts/use-say.ts';
import { StandingMark } from '../diagnosis/standing-mark.tsx';

const STANDING = { pass: 'clean', conditional: 'minor', fail: 'critical', insufficient: 'open' } as const;

/** State of a gate as shape and word. */
export function GateMark({ state }: { readonly state: GateState }) {
  const say = useSay();
  return <StandingMark standing={STANDING[state]} words={say(`gate-verdict.${state}`)} />;
}
