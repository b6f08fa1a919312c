/** Hands a file to the browser to keep. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Keeps a picture as PNG. */
export function savePicture(canvas: HTMLCanvasElement, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture could not be written'));
      else {
        saveBlob(blob, name);
        resolve();
      }
    }, 'image/png');
  });
}

/** Keeps text as a file; CSV begins with a byte-order mark so that spreadsheets read Chinese right. */
export function saveText(text: string, name: string, type: string): void {
  saveBlob(new Blob([type.startsWith('text/csv') ? '\ufeff' : '', text], { type }), name);
}
