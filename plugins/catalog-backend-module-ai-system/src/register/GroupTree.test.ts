import { Columns } from './columns';
import { GroupTree } from './GroupTree';

const columns = new Columns(['Agency', 'Short', 'Bureau', 'Office']);

describe('Levels whose column says as little as a blank one', () => {
  const tree = () =>
    new GroupTree(
      {
        levels: [
          { column: 'Agency', name: 'Short', type: 'agency', absent: ['-'] },
          { column: 'Bureau', type: 'bureau', absent: ['N/A', 'none'] },
          { column: 'Office', type: 'office', absent: ['N/A'] },
        ],
      },
      columns,
    );

  it.each([
    [['Works', 'DoW', 'Roads', ''], 'dow.roads', []],
    [['Works', 'DoW', ' n/a', ''], 'dow', []],
    [['Works', 'DoW', 'None', 'N/A'], 'dow', []],
    // no short name: the name is made of the title
    [['Works', '-', 'Roads', ''], 'works.roads', []],
    [['-', 'DoW', '', ''], undefined, []],
    [
      ['Works', 'DoW', 'N/A', 'Bridges'],
      'dow',
      [[3, 'stands below a blank level and is left out']],
    ],
  ])('%j is owned by %s', (cells, owner, doubts) => {
    const told: Array<[number, string]> = [];
    const path = tree().pathOf(cells, (index, reason) =>
      told.push([index, reason]),
    );
    expect(path.owner).toBe(owner);
    expect(path.nodes.map(node => node.name)).not.toContain('dow.n-a');
    expect(told).toEqual(doubts);
  });
});
