import { AftermineError } from '@aftermine/science/base';
import { ITSELF } from '@aftermine/science/control';

/**
 * Who signs a line of the history.
 *
 * @throws InvalidInput `E-USE-002` for nobody, and for the name the program itself signs with
 */
export function signer(options: Readonly<Record<string, unknown>>): string {
  const by = String(options['by'] ?? '').trim();
  if (by === '' || by === ITSELF)
    throw new AftermineError('InvalidInput', 'E-USE-002', { where: '--by', expected: '<person>', got: by });
  return by;
}

/** True for a day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
