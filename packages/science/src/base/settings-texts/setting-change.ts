/** What must be made anew after a setting changed: the first step that reads it, and all after it; `nothing` where no result reads it. */
export type SettingChange = 'observe' | 'diagnose' | 'plan' | 'control' | 'nothing';

/** The step a setting changes first. Sections of a step change that step; the project itself changes all of them. */
export function settingChange(path: readonly string[]): SettingChange {
  const [section, second] = path;
  if (section === 'control' && second === 'policy') return 'nothing';
  if (section === 'diagnose' || section === 'plan' || section === 'control') return section;
  return 'observe';
}
