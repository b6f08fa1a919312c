const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// Libraries that make style elements look here for it.
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** The nonce under which this page may make style elements. */
export function pageNonce(): string {
  return nonce;
}
