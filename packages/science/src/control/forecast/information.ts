/** A symmetric 2 x 2 matrix as [11, 12, 22]. */
export type Symmetric = readonly [number, number, number];
export type Pair = readonly [number, number];

/** What is known of a pair of quantities as information: precision J and pull j = J times the mean. Zero says nothing. */
export interface Information {
  readonly precision: Symmetric;
  readonly pull: Pair;
}

export const NOTHING: Information = { precision: [0, 0, 0], pull: [0, 0] };

export function inverseOf([a, b, c]: Symmetric): Symmetric {
  const det = a * c - b * b;
  return [c / det, -b / det, a / det];
}

export function times([a, b, c]: Symmetric, [x, y]: Pair): Pair {
  return [a * x + b * y, b * x + c * y];
}

export function joined(one: Information, other: Information): Information {
  const [p, q] = [one.precision, other.precision];
  return {
    precision: [p[0] + q[0], p[1] + q[1], p[2] + q[2]],
    pull: [one.pull[0] + other.pull[0], one.pull[1] + other.pull[1]],
  };
}

/** What is left of `whole` without `part` that was joined into it. */
export function without(whole: Information, part: Information): Information {
  const [p, q] = [whole.precision, part.precision];
  return {
    precision: [p[0] - q[0], p[1] - q[1], p[2] - q[2]],
    pull: [whole.pull[0] - part.pull[0], whole.pull[1] - part.pull[1]],
  };
}

/**
 * What is known of x from what is known of x + e, where e has mean 0 and variances E, both above 0:
 *
 *     J' = J - J (J + E^-1)^-1 J      j' = j - J (J + E^-1)^-1 j
 */
export function throughNoise({ precision: J, pull: j }: Information, [e1, e2]: Pair): Information {
  const [a, b, c] = inverseOf([J[0] + 1 / e1, J[1], J[2] + 1 / e2]);
  const [m11, m12, m21, m22] = [
    J[0] * a + J[1] * b,
    J[0] * b + J[1] * c,
    J[1] * a + J[2] * b,
    J[1] * b + J[2] * c,
  ];
  return {
    precision: [
      J[0] - (m11 * J[0] + m12 * J[1]),
      J[1] - (m11 * J[1] + m12 * J[2]),
      J[2] - (m21 * J[1] + m22 * J[2]),
    ],
    pull: [j[0] - (m11 * j[0] + m12 * j[1]), j[1] - (m21 * j[0] + m22 * j[1])],
  };
}

/** Information of a Gaussian with mean and covariance. */
export function informationOf(mean: Pair, covariance: Symmetric): Information {
  const precision = inverseOf(covariance);
  return { precision, pull: times(precision, mean) };
}

/** Mean and covariance of information that is complete. */
export function gaussianOf({ precision, pull }: Information): {
  readonly mean: Pair;
  readonly covariance: Symmetric;
} {
  const covariance = inverseOf(precision);
  return { mean: times(covariance, pull), covariance };
}
