import { Profile } from '../entity/profile';
import { Finding, fail, notReported, pass } from './Control';
import { someOf } from './sentence';

/** What a subject declares that it rests on: how it is called in a reason, and by which words a line of a document may name it. */
interface Declared {
  label: string;
  names: string[];
}

// As the catalog takes them in dependsOn and consumesApis.
const reference =
  /(?<![\w/:.-])(component|resource|api|airesource|aisystem):(?:([a-z0-9-]+)\/)?([a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?)/g;

/** Words alone, each between spaces, so that `feature-store` is named by “the Feature store” and not by “feature stores”. */
const words = (text: string) =>
  ` ${text
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

/** A dated release of a model is named by the model, too: nobody writes `-20250929` in a sentence. */
const undated = (model: string) =>
  model.replace(/[-@]?(\d{8}|\d{4}-\d{2}-\d{2})$/, '') || model;

function declaredOf(profile: Profile): Declared[] {
  const refs = [
    ...(profile.dependsOn ?? []),
    ...(profile.consumesApis ?? []),
    ...(profile.data?.sources ?? []),
  ];
  return [
    ...[...new Set(refs)].map(ref => ({
      label: ref,
      names: [ref.slice(ref.indexOf('/') + 1)],
    })),
    ...(profile.models ?? []).map(({ provider, name }) => ({
      label: `${provider} ${name}`,
      names: [name, undated(name)],
    })),
  ];
}

/**
 * The references in a line as the catalog would complete them, without their namespace where the line leaves it out.
 * A line with references names what they refer to and nothing else.
 */
const referencesIn = (line: string) =>
  [...line.toLocaleLowerCase('en-US').matchAll(reference)].map(
    ([, kind, namespace, name]) => ({ kind, namespace, name }),
  );

type Referred = ReturnType<typeof referencesIn>[number];

const isOf = ({ kind, namespace, name }: Referred, ref: string) =>
  namespace
    ? ref === `${kind}:${namespace}/${name}`
    : ref.startsWith(`${kind}:`) && ref.endsWith(`/${name}`);

/**
 * Whether the dependencies that a document lists are those that the catalog has of the subject: what it depends on, the APIs it
 * consumes, its data sources and its models. A line names one of them by its reference, or by its name however that is spelt.
 */
export function dependenciesAgree(
  documented: readonly string[] | undefined,
  profile: Profile,
  declaredAt: string,
): Finding {
  const declared = declaredOf(profile);
  if (!documented) {
    return notReported(
      declared.length === 0
        ? 'The intended use lists no dependencies, and none is declared: list them in both, or an empty list if there is none.'
        : `The intended use lists no dependencies. Declared are: ${someOf(
            declared.map(d => d.label),
          )}.`,
    );
  }
  // a vendor's product is what it is, not what it rests on: it may be listed, and need not be
  const { vendor } = profile;
  const product = vendor && words(vendor.product ?? vendor.name);
  const named = new Set<Declared>();
  const unknown = documented.filter(line => {
    const referred = referencesIn(line);
    if (referred.length > 0) {
      const found = referred.map(r => declared.filter(d => isOf(r, d.label)));
      found.flat().forEach(d => named.add(d));
      return found.some(f => f.length === 0);
    }
    const text = words(line);
    const found = declared.filter(d =>
      d.names.some(name => text.includes(words(name))),
    );
    found.forEach(d => named.add(d));
    return found.length === 0 && !(product && text.includes(product));
  });
  const missing = declared.filter(d => !named.has(d)).map(d => d.label);
  if (unknown.length === 0 && missing.length === 0) {
    return pass(
      declared.length === 0
        ? 'It is documented and declared to depend on nothing.'
        : `Documented and declared alike: ${someOf(
            declared.map(d => d.label),
          )}.`,
    );
  }
  return fail(
    [
      unknown.length > 0 &&
        `Documented, but not declared in spec.dependsOn, spec.consumesApis, ${declaredAt}.data.sources or ${declaredAt}.models: ${someOf(
          unknown.map(line => `“${line}”`),
        )}.`,
      missing.length > 0 && `Declared, but not documented: ${someOf(missing)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  );
}
