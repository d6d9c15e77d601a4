import { Found } from '../Statement';
import { Collected, isObject, itemsOf, Json, textOf } from './jsonFields';

interface Element {
  element: Json;
  path: string;
}

const isType = ({ element }: Element, type: string) =>
  textOf(element.type)?.replace(/^.*[_/]/, '') === type;

/** A field of a profile of SPDX: `ai_limitation` in its JSON. */
const field = (element: Json, name: string) => {
  const key = Object.keys(element).find(
    k => k === name || k.endsWith(`_${name}`),
  );
  return key ? { said: element[key], key } : { said: undefined, key: name };
};

function take(
  found: Collected,
  target: Parameters<Collected['take']>[0],
  { element, path }: Element,
  name: string,
  label?: string,
) {
  const { said, key } = field(element, name);
  found.take(target, said, `${path}.${key}`, label);
}

function readDataset(found: Collected, dataset: Element) {
  const { element, path } = dataset;
  const named = found.lines(element, path, { name: '', comment: '' });
  if (named.length > 0) {
    found.state('data-sheet.description', named.join(': '), path);
  }
  take(found, 'data-sheet.training', dataset, 'dataCollectionProcess');
  take(found, 'data-sheet.preparation', dataset, 'dataPreprocessing');
  take(found, 'data-sheet.purpose', dataset, 'intendedUse');
  take(found, 'data-sheet.bias', dataset, 'knownBias');
  const { said, key } = field(
    dataset.element,
    'hasSensitivePersonalInformation',
  );
  if (said === 'yes') {
    found.take('fact.personalData', said, `${dataset.path}.${key}`);
  }
}

function readPackage(
  model: Element,
  byId: ReadonlyMap<string, Element>,
  relatedBy: (from: string, type: string) => Element[],
): Found {
  const found = new Collected();
  const { element, path } = model;
  take(found, 'fact.name', model, 'name');
  take(found, 'fact.version', model, 'packageVersion');
  for (const key of ['suppliedBy', 'originatedBy']) {
    for (const { item, path: at } of itemsOf(element[key], `${path}.${key}`)) {
      const id = textOf(item) ?? '';
      const agent = byId.get(id)?.element.name;
      // an address without a name: its last part is what people call it
      const named = textOf(agent) ?? id.split(/[/:#]/).pop();
      found.take('fact.developer', named, at);
    }
  }
  take(found, 'fact.description', model, 'description');
  take(found, 'fact.description', model, 'comment');
  take(found, 'intended-use.purpose', model, 'informationAboutApplication');
  take(found, 'intended-use.limitations', model, 'limitation');
  take(found, 'data-sheet.preparation', model, 'modelDataPreprocessing');
  take(found, 'fact.task', model, 'domain');
  const autonomy = field(element, 'autonomyType');
  if (autonomy.said === 'yes' || autonomy.said === 'no') {
    found.take('fact.autonomy', autonomy.said, `${path}.${autonomy.key}`);
  }
  const personal = field(element, 'useSensitivePersonalInformation');
  if (personal.said === 'yes') {
    found.take('fact.personalData', personal.said, `${path}.${personal.key}`);
  }
  const id = textOf(element.spdxId) ?? '';
  for (const dataset of relatedBy(id, 'trainedOn')) readDataset(found, dataset);
  for (const dataset of relatedBy(id, 'testedOn')) {
    take(found, 'data-sheet.reference', dataset, 'name');
  }
  for (const needed of relatedBy(id, 'dependsOn')) {
    take(found, 'fact.dependency', needed, 'name');
  }
  for (const license of [
    ...relatedBy(id, 'hasDeclaredLicense'),
    ...relatedBy(id, 'hasConcludedLicense'),
  ]) {
    take(found, 'fact.license', license, 'licenseExpression');
  }
  found.unasked(
    element,
    path,
    Object.keys(element).filter(key =>
      /_(informationAboutTraining|hyperparameter|metric|metricDecisionThreshold|typeOfModel|safetyRiskAssessment|energyConsumption|standardCompliance|modelExplainability)$/.test(
        key,
      ),
    ),
  );
  return found;
}

/**
 * The AI packages of an SPDX 3 document in JSON-LD.
 * Source: https://spdx.github.io/spdx-spec/v3.0.1/model/AI/AI/ and …/Dataset/Dataset/.
 */
export function readSpdx(document: Json): Found[] {
  const all: Element[] = itemsOf(document['@graph'], '@graph').flatMap(
    ({ item, path }) => (isObject(item) ? [{ element: item, path }] : []),
  );
  const byId = new Map(
    all.flatMap(found => {
      const id = textOf(found.element.spdxId) ?? textOf(found.element['@id']);
      return id === undefined ? [] : [[id, found] as const];
    }),
  );
  const relatedBy = (from: string, type: string) =>
    all
      .filter(
        ({ element }) =>
          element.from === from && element.relationshipType === type,
      )
      .flatMap(({ element }) => itemsOf(element.to, ''))
      .flatMap(({ item }) => byId.get(textOf(item) ?? '') ?? []);
  return all
    .filter(found => isType(found, 'AIPackage'))
    .map(model => readPackage(model, byId, relatedBy));
}
