import { AftermineError } from '@aftermine/science/base';

/** ENOSPC, EACCES and the like as typed errors: disk full, no permission, or anything else that stopped a write. */
export function writeFailure(path: string, cause: unknown): AftermineError {
  if (cause instanceof AftermineError) return cause;
  const code = (cause as { code?: string }).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AftermineError('Upstream', 'E-PRJ-011', { where: path, got: code, cause });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new AftermineError('InvalidInput', 'E-PRJ-012', { where: path, got: code, cause });
  }
  return new AftermineError('Upstream', 'E-PRJ-013', { where: path, got: code || String(cause), cause });
}
