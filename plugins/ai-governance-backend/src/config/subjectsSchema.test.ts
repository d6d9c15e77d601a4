import { governsBy } from 'backstage-plugin-ai-governance-common';
import { fieldsAskedBy, subjectsSchema } from './subjectsSchema';

const wrongIn = (predicate: unknown) =>
  subjectsSchema
    .safeParse(predicate)
    .error?.issues.map(
      ({ path, message }) => `${path.join('/')}: ${message}`,
    ) ?? [];

describe('subjectsSchema', () => {
  it.each([
    [{ kind: 'AISystem' }],
    [{ kind: { $in: ['AISystem', 'AiResource'] } }],
    [{ kind: 'API', 'spec.type': 'mcp-server' }],
    [{ 'metadata.tags': { $contains: 'ml' } }],
    [
      {
        relations: {
          $contains: { type: 'dependsOn', targetRef: { $hasPrefix: 'x' } },
        },
      },
    ],
    [{ 'metadata.annotations.a.b/c,d': { $exists: true } }],
    [
      {
        $all: [
          { $any: [{ kind: 'a' }, { 'spec.aiGovernance': { $exists: true } }] },
          { $not: { 'spec.lifecycle': 'retired' } },
        ],
      },
    ],
  ])('takes %j, as every filter of Backstage does', predicate => {
    expect(wrongIn(predicate)).toEqual([]);
    expect(() => governsBy(predicate)).not.toThrow();
  });

  it.each<[unknown, RegExp]>([
    ['AISystem', /^: must be a filter predicate/],
    [null, /^: must be a filter predicate/],
    [[{ kind: 'a' }], /^: must be a filter predicate/],
    [{}, /^: is empty/],
    [{ $any: { kind: 'a' } }, /^\$any: must be a list/],
    [{ $any: [] }, /^\$any: must be a list/],
    [{ $any: [{ kind: 'a' }, 'b'] }, /^\$any\/1: must be a filter predicate/],
    [{ $not: { $any: [{}] } }, /^\$not\/\$any\/0: is empty/],
    [{ $all: [{ kind: 'a' }], kind: 'b' }, /^\$all: must stand alone/],
    [{ $or: [{ kind: 'a' }] }, /^\$or: is not known here/],
    [{ kind: ['a', 'b'] }, /^kind: must be a text/],
    [{ kind: null }, /^kind: must be a text/],
    [{ kind: { in: ['a'] } }, /^kind\/in: is not known here: write \$exists/],
    [{ kind: { $in: 'a' } }, /^kind\/\$in: must be a list/],
    [{ kind: { $in: ['a', {}] } }, /^kind\/\$in\/1: must be a text/],
    [{ kind: { $exists: 'yes' } }, /^kind\/\$exists: must be true or false/],
    [{ kind: { $hasPrefix: 1 } }, /^kind\/\$hasPrefix: must be a text/],
    [{ kind: { $in: ['a'], $exists: true } }, /^kind: must be a text/],
    [{ tags: { $contains: {} } }, /^tags\/\$contains: is empty/],
    [{ 'relations[0].type': 'a' }, /^relations\[0\]\.type: is not a field/],
  ])('refuses %j and says where', (predicate, says) => {
    expect(wrongIn(predicate)).toEqual([expect.stringMatching(says)]);
  });

  it('names everything that is wrong at once', () => {
    expect(wrongIn({ $any: [{}, { kind: [] }] })).toHaveLength(2);
  });
});

describe('fieldsAskedBy', () => {
  it('finds every field wherever it stands, each once', () => {
    expect(
      fieldsAskedBy({
        $all: [
          { $any: [{ kind: 'a' }, { 'spec.model': { $exists: true } }] },
          { $not: { kind: 'b' } },
          { relations: { $contains: { type: 'dependsOn' } } },
        ],
      }),
    ).toEqual(['kind', 'spec.model', 'relations']);
  });

  it('asks for annotations and labels as a whole, whose names may hold dots and commas', () => {
    expect(
      fieldsAskedBy({
        'metadata.annotations.example.com/a,b': 'c',
        'metadata.annotations.other': 'd',
        'metadata.labels': { $exists: true },
        'metadata.annotationsOfMine': 'e',
      }),
    ).toEqual([
      'metadata.annotations',
      'metadata.labels',
      'metadata.annotationsOfMine',
    ]);
  });

  it('is nothing without a predicate', () => {
    expect(fieldsAskedBy(undefined)).toEqual([]);
  });
});
