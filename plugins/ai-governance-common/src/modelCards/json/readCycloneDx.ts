import { Found } from '../Statement';
import { Collected, isObject, itemsOf, Json, textOf } from './jsonFields';

interface Component {
  component: Json;
  path: string;
}

/** A component of a component of a component: as deep as anybody nests them, and no deeper. */
const MAX_DEPTH = 20;

function componentsIn(value: unknown, path: string, depth = 0): Component[] {
  if (depth > MAX_DEPTH) return [];
  return itemsOf(value, path).flatMap(({ item, path: at }) =>
    isObject(item)
      ? [
          { component: item, path: at },
          ...componentsIn(item.components, `${at}.components`, depth + 1),
        ]
      : [],
  );
}

const nameOf = (value: unknown) =>
  isObject(value) ? textOf(value.name) : textOf(value);

function readIdentity(found: Collected, { component, path }: Component) {
  const group = textOf(component.group);
  found.take('fact.name', component.name, `${path}.name`);
  found.take('fact.version', component.version, `${path}.version`);
  const developers = [
    ['manufacturer', nameOf(component.manufacturer)],
    ['supplier', nameOf(component.supplier)],
    ['publisher', textOf(component.publisher)],
    ['author', textOf(component.author)],
    ['authors', nameOf(itemsOf(component.authors, '')[0]?.item)],
    ['group', group],
  ];
  for (const [key, name] of developers) {
    found.take('fact.developer', name, `${path}.${key}`);
  }
  found.take('fact.description', component.description, `${path}.description`);
  for (const { item, path: at } of itemsOf(
    component.licenses,
    `${path}.licenses`,
  )) {
    if (!isObject(item)) continue;
    const license = isObject(item.license) ? item.license : item;
    const said = license.id ?? license.name ?? item.expression;
    found.take('fact.license', said, at);
  }
  const pedigree = isObject(component.pedigree) ? component.pedigree : {};
  for (const { component: ancestor, path: at } of componentsIn(
    pedigree.ancestors,
    `${path}.pedigree.ancestors`,
  )) {
    found.take('fact.baseModel', ancestor.name, `${at}.name`);
  }
}

const asItem = (lines: readonly string[]) =>
  lines.map((line, index) => `${index === 0 ? '-' : '  -'} ${line}`).join('\n');

function readDatasets(
  found: Collected,
  value: unknown,
  path: string,
  byRef: ReadonlyMap<string, Component>,
) {
  for (const { item, path: at } of itemsOf(value, path)) {
    if (!isObject(item)) continue;
    const named = byRef.get(textOf(item.ref) ?? '');
    const sets = named
      ? [
          { item: named.component, path: named.path },
          ...itemsOf(named.component.data, `${named.path}.data`),
        ]
      : [{ item, path: at }];
    for (const set of sets) {
      if (!isObject(set.item)) continue;
      const lines = [
        ...found.lines(set.item, set.path, {
          name: '',
          description: '',
          classification: 'Classification',
        }),
        ...(isObject(set.item.contents)
          ? found.lines(set.item.contents, `${set.path}.contents`, {
              url: 'Address',
            })
          : []),
      ];
      const sensitive = itemsOf(set.item.sensitiveData, '').flatMap(
        ({ item: kind }) => textOf(kind) ?? [],
      );
      if (sensitive.length > 0) {
        lines.push(`Sensitive data: ${sensitive.join(', ')}`);
      }
      if (lines.length > 0) {
        found.state('data-sheet.training', asItem(lines), set.path);
      }
    }
  }
}

function readConsiderations(found: Collected, said: Json, path: string) {
  found.take('intended-use.users', said.users, `${path}.users`, 'Users');
  found.take('intended-use.inScope', said.useCases, `${path}.useCases`);
  found.take(
    'intended-use.limitations',
    said.technicalLimitations,
    `${path}.technicalLimitations`,
    'Technical limitations',
  );
  found.take(
    'intended-use.limitations',
    said.performanceTradeoffs,
    `${path}.performanceTradeoffs`,
    'Tradeoffs of performance',
  );
  for (const { item, path: at } of itemsOf(
    said.ethicalConsiderations,
    `${path}.ethicalConsiderations`,
  )) {
    if (!isObject(item)) continue;
    const lines = found.lines(item, at, {
      name: '',
      mitigationStrategy: 'Mitigation',
    });
    if (lines.length > 0) {
      found.state(
        'intended-use.limitations',
        asItem(lines),
        at,
        'Ethical considerations',
      );
    }
  }
  for (const { item, path: at } of itemsOf(
    said.fairnessAssessments,
    `${path}.fairnessAssessments`,
  )) {
    if (!isObject(item)) continue;
    const lines = found.lines(item, at, {
      groupAtRisk: 'Group at risk',
      benefits: 'Benefits',
      harms: 'Harms',
      mitigationStrategy: 'Mitigation',
    });
    if (lines.length > 0) found.state('data-sheet.bias', asItem(lines), at);
  }
  found.unasked(said, path, ['environmentalConsiderations']);
}

function readCard(
  { component, path }: Component,
  byRef: ReadonlyMap<string, Component>,
  needed: readonly Component[],
): Found {
  const found = new Collected();
  readIdentity(found, { component, path });
  const card = isObject(component.modelCard) ? component.modelCard : {};
  const at = `${path}.modelCard`;
  const parameters = isObject(card.modelParameters) ? card.modelParameters : {};
  found.take('fact.task', parameters.task, `${at}.modelParameters.task`);
  readDatasets(
    found,
    parameters.datasets,
    `${at}.modelParameters.datasets`,
    byRef,
  );
  for (const way of ['inputs', 'outputs'] as const) {
    const formats = itemsOf(parameters[way], '').flatMap(
      ({ item }) => (isObject(item) ? textOf(item.format) : textOf(item)) ?? [],
    );
    found.take(`intended-use.${way}`, formats, `${at}.modelParameters.${way}`);
  }
  if (isObject(card.considerations)) {
    readConsiderations(found, card.considerations, `${at}.considerations`);
  }
  for (const other of needed) {
    found.take('fact.dependency', other.component.name, `${other.path}.name`);
  }
  found.unasked(parameters, `${at}.modelParameters`, [
    'approach',
    'architectureFamily',
    'modelArchitecture',
  ]);
  found.unasked(card, at, ['quantitativeAnalysis', 'properties']);
  found.unasked(component, path, ['properties', 'externalReferences']);
  return found;
}

/**
 * The models of a CycloneDX bill of materials, and what it says of each.
 * Source: CycloneDX 1.5–1.7, https://cyclonedx.org/docs/1.7/json/#components_items_modelCard.
 */
export function readCycloneDx(bom: Json): Found[] {
  const metadata = isObject(bom.metadata) ? bom.metadata : {};
  const all = [
    ...componentsIn(metadata.component, 'metadata.component'),
    ...componentsIn(bom.components, 'components'),
  ];
  const byRef = new Map(
    all.flatMap(found => {
      const ref = textOf(found.component['bom-ref']);
      return ref === undefined ? [] : [[ref, found] as const];
    }),
  );
  const neededBy = (component: Json) =>
    itemsOf(bom.dependencies, 'dependencies')
      .flatMap(({ item }) =>
        isObject(item) &&
        item.ref !== undefined &&
        item.ref === component['bom-ref']
          ? itemsOf(item.dependsOn, '')
          : [],
      )
      .flatMap(({ item }) => byRef.get(textOf(item) ?? '') ?? []);
  return all
    .filter(
      ({ component }) =>
        component.type === 'machine-learning-model' ||
        isObject(component.modelCard),
    )
    .map(model => readCard(model, byRef, neededBy(model.component)));
}
