import { AftermineError } from '@aftermine/science/base';
import type { Workbench } from '../../ports/index.ts';

/** Rows of a table, or of a document that is a list or holds one under `findings`, `codings` or `appraisals`. */
export async function rowsOf(
  workbench: Workbench,
  path: string,
): Promise<readonly Record<string, unknown>[]> {
  if (!/\.(ya?ml|json)$/i.test(path))
    return (await workbench.literature.rows(path)).map((row) => ({ ...row }));
  const document = workbench.literature.document(path) as unknown;
  const list = Array.isArray(document)
    ? document
    : ['findings', 'codings', 'appraisals']
        .map((key) => (document as Readonly<Record<string, unknown>> | null)?.[key])
        .find((one) => one !== undefined);
  if (!Array.isArray(list))
    throw new AftermineError('InvalidInput', 'E-EVI-201', { where: path, got: typeof document });
  return list as Record<string, unknown>[];
}
