/** One figure reached in two ways, shown to users beside the result it stands for. */
export interface PolicyCheck {
  /** Catalogue key. */
  readonly name: string;
  /** By the closed form, or what theory says it must be. */
  readonly expected: number;
  /** By another way: an integral, a search, a deviation, steps through time. */
  readonly got: number;
  /** |got - expected|. */
  readonly error: number;
  /** Largest error the other way may have by its own accuracy. */
  readonly within: number;
  readonly holds: boolean;
}

/**
 * Puts a figure beside its expectation.
 *
 * @param id part of the catalogue key after `policy.check.`
 * @param within largest error that is rounding or the accuracy of the other way
 */
export function policyCheck(id: string, expected: number, got: number, within: number): PolicyCheck {
  const error = Math.abs(got - expected);
  return { name: `policy.check.${id}`, expected, got, error, within, holds: error <= within };
}
