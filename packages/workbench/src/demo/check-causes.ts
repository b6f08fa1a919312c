import type { DiagnosisResult, Factor, Finding } from '@aftermine/science/diagnose';
import type { DemoTruth } from './demo-truth.ts';
import type { BothNames, PlantedCause } from './types.ts';

/** What the diagnosis calls each cause that was planted. */
const FACTOR_OF: Readonly<Record<PlantedCause, Factor>> = {
  slope: 'slope',
  contamination: 'contamination',
  water: 'water',
  'soil-depth': 'soil-depth',
  planting: 'planting',
};

/** One planted cause and whether the diagnosis named it for the right unit. */
export interface PlantedCheck {
  readonly unitId: string;
  readonly name: BothNames;
  readonly factor: Factor;
  readonly found: boolean;
}

/** Diagnosis against truth: every cause found where it was planted, nothing found on reference areas. */
export interface CauseCheck {
  readonly planted: readonly PlantedCheck[];
  /** Problems named on reference areas, where there are none. */
  readonly invented: readonly Finding[];
  readonly passes: boolean;
}

/** Compares findings with the causes planted in the landscape. */
export function checkCauses(
  truth: Pick<DemoTruth, 'units'>,
  { findings, references }: Pick<DiagnosisResult, 'findings' | 'references'>,
): CauseCheck {
  const problems = findings.filter(({ verdict }) => verdict === 'problem');
  const planted = truth.units
    .filter(({ registered }) => registered)
    .flatMap(({ id, name, causes }) =>
      causes.map((cause): PlantedCheck => {
        const factor = FACTOR_OF[cause];
        const found = problems.some((one) => one.unitId === id && one.factor === factor);
        return { unitId: id, name, factor, found };
      }),
    );
  const spared = new Set(references.map(({ id }) => id));
  const invented = problems.filter(({ unitId }) => spared.has(unitId));
  return {
    planted,
    invented,
    passes: planted.length > 0 && planted.every(({ found }) => found) && invented.length === 0,
  };
}
