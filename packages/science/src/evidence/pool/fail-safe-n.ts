import { AftermineError, normalQuantile, type Unknown, unknown } from '../../base/index.ts';
import { requirePoolable, type StudyEffect } from './study-effect.ts';

/**
 * Rosenthal's fail-safe N: how many unseen studies without any effect would take away the significance of the sum of z:
 *
 *     N = max(0, ceil((sum z_i)^2 / z_alpha^2 - k)),  z_i = y_i / sqrt(v_i), one-sided alpha
 *
 * @param alpha one-sided, 0.05 where absent
 * @returns unknown `no-effects` for an empty list
 * @throws InvalidInput `E-EFF-003`, `E-EFF-005`; Conflict `E-EFF-004`
 * @source Rosenthal 1979, doi:10.1037/0033-2909.86.3.638
 */
export function failSafeN(effects: readonly StudyEffect[], alpha = 0.05): number | Unknown {
  requirePoolable(effects);
  if (!(alpha > 0 && alpha < 0.5))
    throw new AftermineError('InvalidInput', 'E-EFF-005', { where: 'alpha', expected: '0..0.5', got: alpha });
  if (effects.length === 0) return unknown('no-effects');
  const sum = effects.reduce((total, { estimate, variance }) => total + estimate / Math.sqrt(variance), 0);
  return Math.max(0, Math.ceil((sum / normalQuantile(1 - alpha)) ** 2 - effects.length));
}
