import { describe, expect, test } from 'vitest';
import { flowSteps } from './flow-code.ts';
import { flowDirection } from './flow-direction.ts';
import { priorityFlood } from './priority-flood.ts';
import { drawFlow, drawnGround, roughGround } from './terrain-picture.fixture.ts';

const square = { xMetres: 1, yMetres: 1 };
const flow = (...rows: string[]): string[] => {
  const ground = drawnGround(...rows);
  return drawFlow(flowDirection(ground, square), ground.width);
};

describe('flow directions (D8)', () => {
  test('a bowl tilted to the south-east: the steepest way by drop over distance', () => {
    // From the middle (5): east and south 2 below; south-east 3 below over sqrt 2, which is 2.12: steepest.
    expect(flow('999', '953', '932')[1]![1]).toBe('↘');
    // South-east 2 below over sqrt 2 is 1.41: east wins, the first of two equals.
    expect(flow('999', '953', '933')[1]![1]).toBe('→');
  });

  test('long cells make the way across them gentle', () => {
    const ground = drawnGround('999', '953', '949');
    expect(drawFlow(flowDirection(ground, { xMetres: 1, yMetres: 1 }), 3)[1]).toContain('→');
    expect(drawFlow(flowDirection(ground, { xMetres: 10, yMetres: 1 }), 3)[1]).toContain('↓');
  });

  test('cells on the rim and beside a void let water out where none lies lower', () => {
    expect(flow('1234', '1234', '1234')).toEqual(['o←←←', 'o←←←', 'o←←←']);
    expect(flow('99999', '95559', '95.59', '95559', '99999')[1]).toBe('→ooo←');
    expect(flow('99999', '95559', '95.59', '95559', '99999')[2]).toBe('→o.o←');
  });

  test('a level floor drains to its only gap, away from the walls', () => {
    // Water leaves the walls at once and runs in the middle; next to the gap all three cells are as good.
    expect(flow('99999999', '94444449', '94444444', '94444449', '99999999')).toEqual([
      '↘↓↓↓↓↓↓↙',
      '→↘↘↘↘→↘↓',
      '→→→→→→→o',
      '→↗↗↗↗→↗←',
      '↗↑↑↑↑↑↑↖',
    ]);
  });

  test('a level floor without any gap ends the flow, and fills when flooded', () => {
    expect(flow('9999', '9449', '9999')).toEqual(['↘↓↓↙', '→oo←', '↗↑↑↖']);
    const ground = drawnGround('9999', '9448', '9999');
    const filled = { ...ground, heights: priorityFlood(ground) };
    expect(drawFlow(flowDirection(filled, square), 4)[1]).toBe('→→→o');
  });

  test.each([2, 4, 30, 1e6])(
    'rough ground of %i heights: water never rises, never circles, always gets out',
    (steps) => {
      for (let round = 0; round < 15; round += 1) {
        const [width, height] = [12 + 3 * round, 50 - 2 * round];
        const ground = roughGround(width, height, steps, 11 + round);
        const heights = priorityFlood(ground);
        const directions = flowDirection({ ...ground, heights }, { xMetres: 3, yMetres: 2 });
        const step = flowSteps(width);
        for (let start = 0; start < heights.length; start += 1) {
          if (Number.isNaN(heights[start])) {
            expect(directions[start]).toBe(255);
            continue;
          }
          let at = start;
          for (let length = 0; step[directions[at]!] !== 0; length += 1) {
            const next = at + step[directions[at]!]!;
            if (!(heights[next]! <= heights[at]!) || length > heights.length)
              throw new Error(`cell ${at}: ${heights[at]} to ${heights[next]}, ${length} steps`);
            at = next;
          }
          const [row, col] = [Math.floor(at / width), at % width];
          const rim = row === 0 || col === 0 || row === height - 1 || col === width - 1;
          const beside = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
          if (!rim && !beside.some((d) => Number.isNaN(heights[at + d])))
            throw new Error(`${at} ends inside`);
        }
      }
    },
  );
});
