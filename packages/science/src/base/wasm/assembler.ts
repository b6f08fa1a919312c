/**
 * A very small WebAssembly assembler: enough to write the few hot pixel loops as SIMD (16 bytes at a time), which
 * JavaScript has no words for, without a build step or a binary in the repository.
 *
 * @source WebAssembly Core Specification 2.0, binary format
 */
import { type Code, i32, type Local, unsigned } from './instructions.ts';

/** Value types. */
export type WasmType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

const TYPE_BYTES: Readonly<Record<WasmType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/** One function while it is written. All results go through memory or the single return value. */
export class Kernel {
  readonly name: string;
  readonly parameters: readonly Local[];
  private readonly parameterTypes: readonly WasmType[];
  private readonly result: WasmType | null;
  private readonly localTypes: WasmType[] = [];
  private readonly body: number[] = [];

  constructor(name: string, parameters: readonly WasmType[], result: WasmType | null = null) {
    this.name = name;
    this.parameterTypes = parameters;
    this.result = result;
    this.parameters = parameters.map((_, index) => variable(index));
  }

  /** A new variable, 0 at first. */
  local(type: WasmType): Local {
    this.localTypes.push(type);
    return variable(this.parameterTypes.length + this.localTypes.length - 1);
  }

  emit(...pieces: readonly Code[]): this {
    for (const piece of pieces) for (const byte of piece) this.body.push(byte);
    return this;
  }

  /** Repeats `body` while `counter` < `end` (unsigned), adding `step` each time; nothing when it starts there. */
  loop(counter: Local, end: Code, step: number, body: () => void): void {
    this.emit(counter.get, end, [0x49, 0x04, 0x40, 0x03, 0x40]);
    body();
    this.emit(counter.set(i32.add(counter.get, i32.const(step))));
    // br_if 0 goes back to the loop; then end of loop, end of if
    this.emit(i32.ltU(counter.get, end), [0x0d, 0x00, 0x0b, 0x0b]);
  }

  type(): Code {
    const inputs = this.parameterTypes.map((type) => TYPE_BYTES[type]);
    const outputs = this.result === null ? [] : [TYPE_BYTES[this.result]];
    return [0x60, ...unsigned(inputs.length), ...inputs, ...unsigned(outputs.length), ...outputs];
  }

  code(): Code {
    const locals = this.localTypes.flatMap((type) => [1, TYPE_BYTES[type]]);
    const all = [...unsigned(this.localTypes.length), ...locals, ...this.body, 0x0b];
    return [...unsigned(all.length), ...all];
  }
}

function variable(index: number): Local {
  return { get: [0x20, ...unsigned(index)], set: (value) => [...value, 0x21, ...unsigned(index)] };
}

function section(id: number, items: readonly Code[]): number[] {
  const content = [...unsigned(items.length), ...items.flat()];
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [...unsigned(text.length), ...Array.from(text, (char) => char.charCodeAt(0))];
}

/** The bytes of a module of `kernels` with a memory of its own of `pages` x 64 KiB, all exported. */
export function assemble(kernels: readonly Kernel[], pages: number): Uint8Array<ArrayBuffer> {
  const bytes = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const index = kernels.map((_, k) => unsigned(k));
  const exports = kernels.map((kernel, k) => [...name(kernel.name), 0, ...index[k]!]);
  // one by one: a spread of a long section would overflow the stack
  for (const part of [
    section(
      1,
      kernels.map((kernel) => kernel.type()),
    ),
    section(3, index),
    section(5, [[0, ...unsigned(pages)]]),
    section(7, [...exports, [...name('memory'), 2, 0]]),
    section(
      10,
      kernels.map((kernel) => kernel.code()),
    ),
  ]) {
    for (const byte of part) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** An instantiated module. */
export interface SimdModule {
  /** Taken anew after `grow`, which detaches the buffer before it. */
  readonly memory: ArrayBuffer;
  /** Adds pages of 64 KiB. */
  grow(pages: number): void;
  call(name: string, ...args: readonly number[]): number;
}

/** The part of the WebAssembly interface used here; the language library of ES2023 does not describe it. */
interface WebAssemblyLike {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Instantiates a module, or null where the platform has no SIMD: callers then use their plain twin. */
export function instantiate(bytes: Uint8Array<ArrayBuffer>): SimdModule | null {
  const platform = (globalThis as { WebAssembly?: WebAssemblyLike }).WebAssembly;
  if (platform === undefined || !platform.validate(bytes)) return null;
  const { exports } = new platform.Instance(new platform.Module(bytes));
  const { memory } = exports as {
    memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  };
  return {
    get memory() {
      return memory.buffer;
    },
    grow: (pages) => void memory.grow(pages),
    call: (name, ...args) => (exports[name] as (...args: readonly number[]) => number)(...args),
  };
}
