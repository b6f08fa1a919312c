import type { Reading } from './file-facts.ts';

export type FileRole = 'boundary' | 'units' | 'reference' | 'permitted' | 'dem' | 'samples' | 'scenes';

export interface ProjectFile {
  readonly role: FileRole;
  readonly path: string;
  readonly reading: Reading;
}

interface FileSettings {
  readonly boundary?: string;
  readonly crs?: string;
  readonly units?: { readonly file: string };
  readonly reference?: { readonly file: string };
  readonly reading?: Readonly<Partial<Record<string, Reading>>>;
  readonly observe?: { readonly scenes?: readonly string[] };
  readonly diagnose?: { readonly dem?: string; readonly samples?: readonly string[] };
  readonly control?: { readonly permitted?: string };
}

/** The files a project names in its settings, in the order of their use. */
export function filesOf(settings: unknown): readonly ProjectFile[] {
  const {
    boundary,
    units,
    reference,
    reading = {},
    observe,
    diagnose,
    control,
    crs,
  } = settings as FileSettings;
  const one = (role: FileRole, path: string | undefined): ProjectFile[] =>
    path === undefined
      ? []
      : [{ role, path, reading: { ...(crs === undefined ? {} : { crs }), ...reading[role] } }];
  return [
    ...one('boundary', boundary),
    ...one('units', units?.file),
    ...one('reference', reference?.file),
    ...one('permitted', control?.permitted),
    ...one('dem', diagnose?.dem),
    ...(diagnose?.samples ?? []).flatMap((path) => one('samples', path)),
    ...(observe?.scenes ?? []).flatMap((path) => one('scenes', path)),
  ];
}
