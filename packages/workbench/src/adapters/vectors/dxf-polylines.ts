import { AftermineError } from '@aftermine/science/base';

/** A polyline as the drawing has it. */
export interface DxfPolyline {
  readonly layer: string;
  readonly handle: string | null;
  readonly closed: boolean;
  /** x, y and bulge of each vertex, one after the other. */
  readonly vertices: readonly number[];
}

export interface DxfContent {
  readonly polylines: readonly DxfPolyline[];
  /** Texts and block insertions; whatever they show is not in the drawing's lines. */
  readonly texts: number;
  /** Lines, arcs, hatches and everything else. */
  readonly others: number;
  /** $INSUNITS of the header: 6 = metres, 4 = millimetres, 0 = not stated; null without it. */
  readonly units: number | null;
}

const TEXTS = new Set(['TEXT', 'MTEXT', 'INSERT', 'ATTRIB', 'ATTDEF', 'DIMENSION', 'LEADER', 'MULTILEADER']);
/** POLYLINE flags of meshes, which bound no land: 16 polygon mesh, 64 polyface mesh. */
const MESH = 16 | 64;
/** Flag of a vertex that only steers a spline. */
const SPLINE_FRAME = 16;

interface Open {
  readonly kind: 'LWPOLYLINE' | 'POLYLINE';
  layer: string;
  handle: string | null;
  flags: number;
  mirrored: boolean;
  paper: boolean;
  vertices: number[];
}

/**
 * The polylines of the ENTITIES section of a text DXF. Groups that are not asked for are passed over, whatever their
 * code, so drawings of every release are read; blocks and paper space are not.
 *
 * @param maxVertices of all polylines together
 * @throws InvalidInput `E-TAB-010` for a broken group or a file that ends early, `E-VEC-005` for too many vertices
 */
export function dxfPolylines(text: string, where: string, maxVertices: number): DxfContent {
  const polylines: DxfPolyline[] = [];
  let [texts, others, count] = [0, 0, 0];
  let units: number | null = null;
  let [section, variable, entity] = ['', '', ''];
  let open: Open | null = null;
  let vertexFlags = 0;

  const finish = (): void => {
    if (open !== null && !open.paper) {
      if ((open.flags & MESH) !== 0 && open.kind === 'POLYLINE') others += 1;
      else {
        const { layer, handle, flags, mirrored, vertices } = open;
        if (mirrored) for (let i = 0; i < vertices.length; i += 3) mirror(vertices, i);
        polylines.push({ layer, handle, closed: (flags & 1) === 1, vertices });
      }
    }
    open = null;
  };
  const dropFrameVertex = (): void => {
    if (open !== null && entity === 'VERTEX' && (vertexFlags & SPLINE_FRAME) !== 0) open.vertices.length -= 3;
    vertexFlags = 0;
  };
  const begin = (name: string): void => {
    dropFrameVertex();
    entity = name;
    if (name === 'VERTEX' && open?.kind === 'POLYLINE') {
      open.vertices.push(0, 0, 0);
      count += 1;
      return;
    }
    finish();
    if (name === 'SEQEND' || name === 'VERTEX') return;
    if (name === 'LWPOLYLINE' || name === 'POLYLINE') {
      open = { kind: name, layer: '0', handle: null, flags: 0, mirrored: false, paper: false, vertices: [] };
    } else if (TEXTS.has(name)) texts += 1;
    else others += 1;
  };

  for (const { code, value } of groups(text, where)) {
    if (code === 0) {
      if (value === 'EOF') return { polylines, texts, others, units };
      if (value === 'SECTION' || value === 'ENDSEC') {
        dropFrameVertex();
        finish();
        [section, entity] = ['', value];
      } else if (section === 'ENTITIES') begin(value);
      continue;
    }
    if (section === '' && code === 2 && entity === 'SECTION') section = value;
    else if (section === 'HEADER') {
      if (code === 9) variable = value;
      else if (code === 70 && variable === '$INSUNITS') units = Number.parseInt(value, 10);
    } else if (open !== null) {
      const target: Open = open;
      const inVertex = entity === 'VERTEX' || target.kind === 'LWPOLYLINE';
      if (code === 10 && target.kind === 'LWPOLYLINE') {
        target.vertices.push(0, 0, 0);
        count += 1;
      }
      if (count > maxVertices)
        throw new AftermineError('InvalidInput', 'E-VEC-005', { where, expected: maxVertices });
      const at = target.vertices.length - 3;
      if (inVertex && at >= 0) {
        if (code === 10) target.vertices[at] = coordinate(value, where);
        else if (code === 20) target.vertices[at + 1] = coordinate(value, where);
        else if (code === 42) target.vertices[at + 2] = coordinate(value, where);
      }
      if (entity === 'VERTEX') {
        if (code === 70) vertexFlags = Number.parseInt(value, 10);
      } else if (code === 8) target.layer = value;
      else if (code === 5) target.handle = value;
      else if (code === 70) target.flags = Number.parseInt(value, 10);
      else if (code === 67) target.paper = value === '1';
      else if (code === 230) target.mirrored = Number(value) < 0;
    }
  }
  throw new AftermineError('InvalidInput', 'E-TAB-010', { where, expected: 'EOF', got: '-' });
}

/** An entity whose extrusion looks down has its x axis the other way round, and its arcs too. */
function mirror(vertices: number[], i: number): void {
  vertices[i] = -vertices[i]!;
  vertices[i + 2] = -vertices[i + 2]!;
}

function coordinate(text: string, where: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value))
    throw new AftermineError('InvalidInput', 'E-TAB-010', { where, expected: '0.0', got: text.slice(0, 40) });
  return value;
}

/** Pairs of lines: a group code and its value. */
function* groups(text: string, where: string): Generator<{ readonly code: number; readonly value: string }> {
  let at = 0;
  let line = 0;
  const next = (): string | null => {
    if (at >= text.length) return null;
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const out = text.slice(at, end);
    at = end + 1;
    line += 1;
    return out.trim();
  };
  for (let code = next(); code !== null; code = next()) {
    // An empty line at the end is no group.
    if (code === '' && at >= text.length) return;
    const value = next();
    if (!/^-?\d{1,4}$/.test(code) || value === null) {
      throw new AftermineError('InvalidInput', 'E-TAB-010', {
        where: `${where}#${line}`,
        expected: '0-1071',
        got: code.slice(0, 40),
      });
    }
    yield { code: Number(code), value };
  }
}
