import { language } from '../app/language.ts';
import { ApiProblem, problemOf } from './ask.ts';

/** A file that the server holds until a verb takes it: `upload:<id>` as an argument. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Streams a file to the server.
 *
 * @param how `beside` puts it next to an earlier upload (parts of a shapefile); `onProgress` is told the share that was sent, 0..1
 * @throws ApiProblem where it is refused; TypeError where the connection breaks
 */
export function uploadFile(
  file: File,
  how: {
    readonly beside?: string;
    readonly onProgress?: (share: number) => void;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Upload> {
  const beside = how.beside === undefined ? '' : `&with=${encodeURIComponent(how.beside)}`;
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how much of a body was sent.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads?name=${encodeURIComponent(file.name)}${beside}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', language() === 'zh' ? 'zh-CN' : 'en');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      how.onProgress?.(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Upload);
      else reject(new ApiProblem(request.status, problemOf(request.responseText, request.status)));
    });
    request.addEventListener('error', () => reject(new TypeError('network')));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    how.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
