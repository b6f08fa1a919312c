import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest date a zip can bear. */
const STAMP = new Date(1980, 0, 1);
const DATED = /(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g;

/** An Office document without the moment it was written in: equal content gives equal bytes. */
export function withFixedDates(document: Uint8Array): Uint8Array {
  const files = unzipSync(document);
  const core = files['docProps/core.xml'];
  if (core !== undefined)
    files['docProps/core.xml'] = strToU8(strFromU8(core).replace(DATED, '$11980-01-01T00:00:00Z$3'));
  return zipSync(files, { mtime: STAMP, level: 6 });
}
