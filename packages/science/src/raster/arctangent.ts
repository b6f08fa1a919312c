const DEGREES = 180 / Math.PI;
/** From here on a direction would round to 360 as a float32. */
export const FULL_CIRCLE = 360 - 2 ** -16;

/**
 * atan x = x (A0 + A1 u + ... + A8 u^8) degrees, u = x^2, on 0..1, within 1e-8 rad: interpolated at the Chebyshev nodes of
 * u. Summed in pairs, (A0 + A1 u + (A2 + A3 u) u^2) + (...) u^4: the processor waits half as long as term by term.
 */
export const ARCTANGENT = [
  DEGREES * 0.9999999817886541,
  DEGREES * -0.33333036709275443,
  DEGREES * 0.19991872028912389,
  DEGREES * -0.14197797792604974,
  DEGREES * 0.10618370631313429,
  DEGREES * -0.0745685481415809,
  DEGREES * 0.04213762345019933,
  DEGREES * -0.015731249036827034,
  DEGREES * 0.002766283480395766,
] as const;
