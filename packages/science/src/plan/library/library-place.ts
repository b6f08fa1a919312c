/** The files a library is read from. */
export type LibraryFile = 'measures' | 'end-uses' | 'costs' | 'sources' | 'override';

/** Says where in the texts a value stands, as `costs/cn-2024.yaml:41`, from its file and its path in it. */
export type PlaceInLibrary = (file: LibraryFile, path: readonly PropertyKey[]) => string;

/** Place by path alone, for parts that come from no text. */
export const placeByPath: PlaceInLibrary = (file, path) => `${file}:${path.map(String).join('.')}`;
