import type { Problem } from 'aftermine/contract';
import { language } from '../app/language.ts';

/** An answer of the server that is an error, in the words of the catalogue. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly error: Problem['error'];
  constructor(status: number, error: Problem['error']) {
    super(error.message);
    this.name = 'ApiProblem';
    this.status = status;
    this.error = error;
  }
}

/** Path of a resource of a project. */
export function projectPath(project: string, rest = ''): string {
  return `/api/projects/${encodeURIComponent(project)}${rest}`;
}

/** Asks the server in the language of the page. @throws ApiProblem where the server refuses; TypeError where it does not answer */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', language() === 'zh' ? 'zh-CN' : 'en');
  const response = await fetch(path, { ...init, headers });
  if (response.ok) return response;
  const text = await response.text();
  throw new ApiProblem(response.status, problemOf(text, response.status));
}

/** The JSON of a resource. */
export async function askJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  return (await ask(path, init)).json() as Promise<T>;
}

/** Sends JSON and reads JSON. */
export async function sendJson<T>(
  path: string,
  method: 'POST' | 'PATCH' | 'DELETE',
  body: unknown,
): Promise<T> {
  return askJson<T>(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** What an answer that is an error says; one that is not ours is told as it came. */
export function problemOf(text: string, status: number): Problem['error'] {
  try {
    const { error } = JSON.parse(text) as Problem;
    if (typeof error?.code === 'string') return error;
  } catch {
    // What is not ours is told as it came.
  }
  return { code: `HTTP ${status}`, tag: 'Unexpected', message: text.slice(0, 300), hint: '' };
}
