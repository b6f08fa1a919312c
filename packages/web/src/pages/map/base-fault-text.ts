import type { Language } from '../../app/language.ts';
import { BaseProblem } from '../../map/own-base-fault.ts';
import { baseFileText } from '../../texts/base-file.ts';

/** Why a base map cannot be shown, in words. */
export function baseFaultText(error: unknown, language: Language): string {
  if (error instanceof BaseProblem) return baseFileText(`fault.${error.fault}`, language, error.got);
  return error instanceof Error ? error.message : String(error);
}
