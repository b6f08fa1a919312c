import { type Look, type Painter, painterOf } from './look.ts';
import type { ValueWindow } from './value-window.ts';

/** About a millisecond of painting. */
const STRIP_PIXELS = 2 ** 17;

/** A window on its way to being a picture, strip by strip from the north. */
export class PictureMaking {
  readonly canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #painter: Painter;
  readonly #rows: number;
  #done = 0;

  constructor(window: ValueWindow, look: Look) {
    this.canvas.width = window.width;
    this.canvas.height = window.height;
    this.#context = this.canvas.getContext('2d')!;
    this.#painter = painterOf(window, look);
    this.#rows = Math.max(1, Math.floor(STRIP_PIXELS / window.width));
  }

  /** The span that the colours stand for. */
  get range(): readonly [number, number] {
    return this.#painter.range;
  }

  get bytes(): number {
    return this.canvas.width * this.canvas.height * 4;
  }

  get isDone(): boolean {
    return this.#done >= this.canvas.height;
  }

  /** Paints the next strip. */
  step(): void {
    const { width, height } = this.canvas;
    const rows = Math.min(this.#rows, height - this.#done);
    if (rows <= 0) return;
    const strip = new Uint32Array(rows * width);
    this.#painter.paint(this.#done * width, (this.#done + rows) * width, strip);
    const image = new ImageData(new Uint8ClampedArray(strip.buffer), width, rows);
    this.#context.putImageData(image, 0, this.#done);
    this.#done += rows;
  }

  /** Paints what is left. */
  finish(): void {
    while (!this.isDone) this.step();
  }
}
