import { AftermineError } from '../../base/index.ts';
import type { Dialect } from '../record/index.ts';
import { readBibtex } from './bibtex/read-bibtex.ts';
import { RecordGathering, type RecordSink } from './gather-records.ts';
import { readGbt7714 } from './gbt7714/read-gbt7714.ts';
import { readCslJson } from './json/read-csl-json.ts';
import type { LiteratureFile, LiteraturePart } from './literature-file.ts';
import { type DialectPart, splitDialects } from './split-dialects.ts';
import { readTable } from './table/read-table.ts';
import { estudyTags } from './tagged/estudy-tags.ts';
import { nbibTags } from './tagged/nbib-tags.ts';
import { noteexpressTags } from './tagged/noteexpress-tags.ts';
import { readTagged } from './tagged/read-tagged.ts';
import { referTags } from './tagged/refer-tags.ts';
import { refworksTags } from './tagged/refworks-tags.ts';
import { risTags } from './tagged/ris-tags.ts';
import type { TagTable } from './tagged/tag-table.ts';
import { wosTags } from './tagged/wos-tags.ts';
import { readEndnoteXml } from './xml/read-endnote-xml.ts';

const TAGGED: Partial<Readonly<Record<Dialect, TagTable>>> = {
  ris: risTags,
  'wos-plain': wosTags,
  nbib: nbibTags,
  'endnote-refer': referTags,
  refworks: refworksTags,
  noteexpress: noteexpressTags,
  'cnki-estudy': estudyTags,
};

/**
 * Reads a search export in any dialect the literature comes in, or several of them appended to each other. Each record
 * becomes a reference or a failed record with its reason and its text; none is passed over. Time is linear in the length
 * of the text.
 *
 * Blank text gives no reference and says so in a remark: a search may find nothing.
 *
 * @param file name that keys of references begin with; it does not decide the dialect
 * @param text the file, decoded
 * @throws InvalidInput `E-EVI-101` for text in no known dialect
 */
export function readLiterature(file: string, text: string): LiteratureFile {
  const gathering = new RecordGathering(file, text);
  if (!/[^\s\ufeff]/.test(text)) {
    gathering.remark('empty-file', 1);
    return gathering.finish([]);
  }
  const stretches = splitDialects(text);
  if (stretches.length === 0)
    throw new AftermineError('InvalidInput', 'E-EVI-101', {
      where: file,
      got: text.trim().slice(0, 60).replace(/\s+/g, ' '),
    });
  const parts: LiteraturePart[] = [];
  for (const stretch of stretches) {
    const before = gathering.records;
    readPart(gathering, stretch);
    parts.push({ dialect: stretch.dialect, line: stretch.line, records: gathering.records - before });
  }
  if (new Set(parts.map(({ dialect }) => dialect)).size > 1)
    gathering.remark('mixed-dialects', parts[1]!.line, {
      dialects: [...new Set(parts.map(({ dialect }) => dialect))].join(', '),
    });
  if (gathering.records === 0) gathering.remark('no-records', 1);
  return gathering.finish(parts);
}

function readPart(sink: RecordSink, part: DialectPart): void {
  const table = TAGGED[part.dialect];
  if (table !== undefined) readTagged(sink, part, table);
  else if (part.shape !== null) readTable(sink, part, part.shape);
  else if (part.dialect === 'endnote-xml') readEndnoteXml(sink, part);
  else if (part.dialect === 'bibtex') readBibtex(sink, part);
  else if (part.dialect === 'csl-json') readCslJson(sink, part);
  else readGbt7714(sink, part);
}
