import { AftermineError } from '../../base/index.ts';
import type { FlowBoxes } from './flow-boxes.ts';

/** A relation that the numbers of a diagram must keep. */
export interface FlowIdentity {
  readonly id:
    | 'screened'
    | 'sought'
    | 'assessed'
    | 'other-sought'
    | 'other-assessed'
    | 'reports'
    | 'studies'
    | 'totals';
  /** `unchecked` where a number of it is not reported. */
  readonly state: 'holds' | 'broken' | 'unchecked';
  readonly left: number | null;
  readonly right: number | null;
}

/**
 * The identities of a PRISMA 2020 diagram, worked out anew from its numbers:
 * screened, sought, assessed (both columns), reports, studies <= reports, totals.
 *
 * @source Page et al. 2021, doi:10.1136/bmj.n71
 */
export function flowIdentities(boxes: FlowBoxes): readonly FlowIdentity[] {
  const b = boxes;
  const reasons = (list: FlowBoxes['reasons']): number | null =>
    list === null ? null : total(list.map(({ reports }) => reports));
  const included = total([
    total([b.assessed, negative(reasons(b.reasons))]),
    total([b.otherAssessed, negative(reasons(b.otherReasons))]),
  ]);
  return [
    equal(
      'screened',
      b.screened,
      total([
        b.databases,
        b.registers,
        negative(b.duplicates),
        negative(b.automation),
        negative(b.otherRemoved),
        -b.awaitingScreening,
      ]),
    ),
    equal('sought', b.sought, total([b.screened, negative(b.excluded)])),
    equal('assessed', b.assessed, total([b.sought, negative(b.notRetrieved), -b.awaiting])),
    equal('other-sought', b.otherSought, total([b.otherFound, -b.otherNotSought])),
    equal(
      'other-assessed',
      b.otherAssessed,
      total([b.otherSought, negative(b.otherNotRetrieved), -b.otherAwaiting]),
    ),
    equal('reports', b.newReports, included),
    {
      id: 'studies',
      left: b.newStudies,
      right: b.newReports,
      state:
        b.newStudies === null || b.newReports === null
          ? 'unchecked'
          : b.newStudies <= b.newReports
            ? 'holds'
            : 'broken',
    },
    equal('totals', b.totalReports, b.hasPrevious ? total([b.newReports, b.previousReports]) : b.newReports),
  ];
}

/**
 * Refuses numbers that do not add up: called before every rendering.
 *
 * @throws Conflict `E-PRI-001`
 */
export function requireIdentities(boxes: FlowBoxes): void {
  const broken = flowIdentities(boxes).find(({ state }) => state === 'broken');
  if (broken !== undefined)
    throw new AftermineError('Conflict', 'E-PRI-001', {
      where: broken.id,
      expected: broken.right,
      got: broken.left,
    });
}

function equal(id: FlowIdentity['id'], left: number | null, right: number | null): FlowIdentity {
  const state = left === null || right === null ? 'unchecked' : left === right ? 'holds' : 'broken';
  return { id, left, right, state };
}

function negative(value: number | null): number | null {
  return value === null ? null : -value;
}

function total(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
