import { minus, startOfDay } from '../instant';
import { inFeed, ModelFeed, ModelInUse } from '../models/modelFeed';
import {
  Control,
  ControlContext,
  fail,
  Finding,
  iso,
  iso27001,
  nist,
  notReported,
  pass,
} from './Control';
import { overTime } from './overTime';
import { someOf } from './sentence';

const nameOf = ({ provider, name, channel }: ModelInUse) =>
  `“${name}” of ${provider}${channel ? ` (${channel})` : ''}`;

/** How the models in use stand: those that are gone before those of which nobody knows, before those that will be gone soon. */
function retirementsOverTime(
  models: readonly ModelInUse[],
  feed: ModelFeed,
  { at, policy: { warningWindow } }: ControlContext,
): Finding {
  const unknown: string[] = [];
  const ending: {
    words: string;
    gone: string;
    warnFrom: string;
    next: string;
  }[] = [];
  for (const model of models) {
    const { knowsProvider, entry } = inFeed(model, feed);
    if (!knowsProvider) unknown.push(nameOf(model));
    if (entry?.retires === undefined) continue;
    const gone = startOfDay(entry.retires);
    ending.push({
      words: `${nameOf(model)} (${entry.retires})`,
      gone,
      warnFrom: minus(gone, warningWindow),
      next: entry.replacement
        ? ` The provider recommends ${entry.replacement}.`
        : '',
    });
  }
  const listed = (some: typeof ending) =>
    `${someOf(some.map(e => e.words))}.${
      some.map(e => e.next).find(Boolean) ?? ''
    }`;
  return overTime(
    at,
    ending.flatMap(({ gone, warnFrom }) => [warnFrom, gone]),
    when => {
      const past = ending.filter(({ gone }) => when >= gone);
      if (past.length > 0)
        return fail(`Retired by its provider: ${listed(past)}`);
      if (unknown.length > 0) {
        return notReported(
          `The model feed knows nothing of the provider of ${someOf(
            unknown,
          )}: add what it says of its models, or the provider alone where nothing ends without you.`,
        );
      }
      const near = ending.filter(({ warnFrom }) => when >= warnFrom);
      if (near.length > 0) {
        return {
          state: 'warning',
          reason: `Its provider retires it soon: ${listed(near)}`,
        };
      }
      const [first] = [...ending].sort((a, b) => a.gone.localeCompare(b.gone));
      return pass(
        first
          ? `The next to be retired is ${first.words}.`
          : 'Of no model in use is a retirement announced in the model feed.',
      );
    },
  );
}

export const modelRetirementControls: readonly Control[] = [
  {
    id: 'OPS-09',
    version: 1,
    family: 'OPS',
    title: 'Models not retired',
    level: 'silver',
    holdsWhen:
      'no model in use is past, or near, the day on which its provider retires it',
    appliesTo: 'models named, where a model feed is configured',
    references: [
      ...iso('A.10.3'),
      ...nist('MANAGE 3.1'),
      ...iso27001('A.5.22'),
    ],
    remediation: { label: 'Change the model', place: 'source' },
    notApplicable: ({ modelFeed, profile: { models } }) => {
      if (!modelFeed()) {
        return 'No model feed is configured, so when models are retired is not known here.';
      }
      return models?.length ? undefined : 'Asked once a model is named.';
    },
    evaluate: context =>
      retirementsOverTime(
        context.profile.models ?? [],
        context.modelFeed() ?? [],
        context,
      ),
  },
];
