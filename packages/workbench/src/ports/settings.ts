import type { ProjectSettings } from '../project-settings.ts';

/** Settings as read from `aftermine.yaml`. */
export interface LoadedSettings {
  readonly settings: ProjectSettings;
}

/** What a key of the settings can hold. */
export type SettingValue =
  | string
  | number
  | boolean
  | readonly SettingValue[]
  | { readonly [key: string]: SettingValue };

/** Reads and writes the settings file, keeping the user's comments. */
export interface SettingsFiles {
  /**
   * @param overrides `key.path=value` pairs of `--set`, applied over the file
   * @throws NotFound `E-PRJ-001` without a file; InvalidInput `E-SET-001` with line and key when it does not fit
   */
  load(projectDir: string, overrides?: readonly string[]): LoadedSettings;
  /** Sets one key of the file, comments kept; lists and groups are written as they are. */
  set(projectDir: string, path: readonly string[], value: SettingValue): void;
  /** Takes one key away, and groups that hold nothing else; comments stay where they stood. Nothing happens where it is not there. */
  remove(projectDir: string, path: readonly string[]): void;
  /** Adds a value to a list of the file, unless it is there. */
  addTo(projectDir: string, path: readonly string[], value: string): void;
  /** Text of a new, commented settings file. */
  draft(values: {
    name: string;
    boundary: string;
    units?: string;
    reference?: string;
    language: 'zh' | 'en';
  }): string;
}
