import { ConfigReader } from '@backstage/config';
import { readPolicy } from './readPolicy';
import { examplePolicy } from '../__testUtils__/examplePolicy';

const read = (aiGovernance?: object) =>
  readPolicy(new ConfigReader(aiGovernance ? { aiGovernance } : {}));

describe('readPolicy', () => {
  it('reads a policy', () => {
    expect(read({ policy: examplePolicy })).toMatchObject(examplePolicy);
  });

  it('says what to set when there is none', () => {
    expect(() => read()).toThrow(/set aiGovernance\.policy/);
    expect(() => read({})).toThrow(/set aiGovernance\.policy/);
  });

  it('names the path of everything that is wrong', () => {
    const { title, ...rest } = examplePolicy;
    expect(() =>
      read({ policy: { ...rest, tolerance: { high: 'huge' } } }),
    ).toThrow(
      /aiGovernance\.policy\.title: .*aiGovernance\.policy\.tolerance\.high: /,
    );
    expect(() => read({ policy: { ...examplePolicy, colour: 1 } })).toThrow(
      /colour/,
    );
  });
});
