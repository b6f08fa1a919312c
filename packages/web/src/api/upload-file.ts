import { askJson } from './ask.ts';

/** A file that the server holds until a verb takes it: `upload:<id>` as an argument. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Streams a file to the server. @throws ApiProblem where it is refused */
export function uploadFile(file: File): Promise<Upload> {
  return askJson<Upload>(`/api/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}
