import type { Library } from '@aftermine/science/plan';

/** Reads the measure library of this installation. */
export interface Libraries {
  /**
   * @param options.costFile name of a regional cost file of the library (`cn-2024`), or path of one
   * @param options.override path of a project's own costs
   * @throws NotFound `E-LIB-001` without a file; InvalidInput `E-LIB-002` to `E-LIB-015` with file and line
   */
  load(options?: { readonly costFile?: string; readonly override?: string }): Library;
}
