import { aiSystemSpecJsonSchema, isAISystemEntity } from './AISystem';

const entity = (kind: string) => ({
  apiVersion: 'ai-governance/v1alpha1',
  kind,
  metadata: { name: 'a' },
});

describe('the kind', () => {
  it('is known in any case', () => {
    expect(isAISystemEntity(entity('AISystem'))).toBe(true);
    expect(isAISystemEntity(entity('aisystem'))).toBe(true);
    expect(isAISystemEntity(entity('Component'))).toBe(false);
  });

  it('has a JSON schema that the catalog takes as a model layer', () => {
    const schema = aiSystemSpecJsonSchema();
    expect(schema).toMatchObject({
      type: 'object',
      required: ['type', 'lifecycle', 'owner'],
    });
    // the catalog refuses these at the root and in spec
    for (const word of ['oneOf', 'allOf', 'if', '$ref', '$schema']) {
      expect(schema).not.toHaveProperty([word]);
      expect(JSON.stringify(schema)).not.toContain(`"${word}"`);
    }
  });

  it('has a pattern for every field that holds a reference', () => {
    const { properties } = aiSystemSpecJsonSchema() as {
      properties: Record<string, any>;
    };
    for (const field of ['owner', 'accountable', 'system']) {
      expect(properties[field].pattern).toEqual(expect.any(String));
    }
    for (const field of [
      'hasPart',
      'dependsOn',
      'consumesApis',
      'providesApis',
    ]) {
      expect(properties[field].items.pattern).toEqual(expect.any(String));
    }
    expect(properties.data.properties.sources.items.pattern).toEqual(
      expect.any(String),
    );
  });
});
