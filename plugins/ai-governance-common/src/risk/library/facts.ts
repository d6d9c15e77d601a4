import { Profile } from '../../entity/profile';
import { RiskContext } from './RiskContext';

interface Fact {
  /** Whom it is true of, in the plural; an adjective clause where it follows another. */
  about: string;
  /** What is so, as the end of “because …”; undefined: it is not so, or nobody has said it. */
  holds(context: RiskContext): string | undefined;
}

/** Up to three of them, and how many more there are. */
function list(items: readonly string[]): string {
  if (items.length > 3) {
    return `${items.slice(0, 3).join(', ')} and ${items.length - 3} more`;
  }
  return items.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

const when = (condition: unknown, text: string) =>
  condition ? text : undefined;

const someOf = (found: readonly string[], text: (found: string) => string) =>
  found.length > 0 ? text(list(found)) : undefined;

/** Words in the categories of data that say it is about people. */
const personal =
  /personal|biometric|health|medical|genetic|location|employment|behaviou?ral|children|ethnic|religio|political|union|sexual/i;
const sensitive =
  /biometric|health|medical|genetic|children|ethnic|religio|political|union|sexual/i;

const categories = ({ profile }: RiskContext, words: RegExp) =>
  (profile.data?.categories ?? []).filter(c => words.test(c));

const influenceWords: Record<string, string> = {
  eligibility: 'who is eligible',
  'financial-outcomes': 'financial outcomes',
  'security-access': 'access to systems or places',
  safety: 'safety',
  'regulated-data': 'how regulated data is handled',
};

/** What it decides on; an answer that no decision rests on it takes that back. */
const influencesOf = ({ affects }: Profile) =>
  affects?.basis === 'none' ? [] : affects?.influences ?? [];

const connected = (kinds: readonly string[] | undefined) => {
  return ({ connectors }: RiskContext) => {
    const names = connectors
      .filter(c => !kinds || kinds.includes(c.kind))
      .map(c => c.name);
    const what = kinds ? 'it reaches an MCP server' : 'it has connectors';
    return someOf(names, text => `${what} (${text})`);
  };
};

const audience = (among: readonly string[], verb: string) => {
  return ({ profile }: RiskContext) =>
    someOf(
      (profile.affects?.audience ?? [])
        .filter(a => among.includes(a))
        .map(a => (a === 'public' ? 'the public' : a)),
      who => `it ${verb} ${who}`,
    );
};

function vendorOf({ vendor }: Profile): string {
  if (!vendor) return 'a vendor';
  const { name, product } = vendor;
  if (!product) return name;
  return product.startsWith(name) ? product : `${name} ${product}`;
}

/**
 * The facts that suggestions go by. Each is true of what is there: another connector, category or influence never makes one untrue. The
 * exceptions are answers that replace another, such as the type, and that no decision rests on the output.
 */
export const facts = {
  agent: {
    about: 'agents',
    holds: ({ profile }) => when(profile.type === 'agent', 'it is an agent'),
  },
  generative: {
    about: 'systems that generate content',
    holds: ({ profile: { type, affects } }) =>
      type === 'generative-assistant'
        ? 'it is a generative assistant'
        : when(
            affects?.interaction?.includes('generated-content'),
            'it generates content',
          ),
  },
  predictive: {
    about: 'predictive models',
    holds: ({ profile }) =>
      when(profile.type === 'predictive-model', 'it is a predictive model'),
  },
  decides: {
    about: 'systems that support decisions',
    holds: ({ profile }) =>
      when(profile.type === 'decision-support', 'it supports decisions'),
  },
  connected: {
    about: 'systems with connectors',
    holds: connected(undefined),
  },
  mcp: {
    about: 'systems that reach MCP servers',
    holds: connected(['mcp-server']),
  },
  draws: {
    about: 'systems that draw on sources of data',
    holds: ({ profile }) => {
      const count = profile.data?.sources?.length ?? 0;
      return when(
        count > 0,
        `it draws on ${count} ${count === 1 ? 'source' : 'sources'} of data`,
      );
    },
  },
  'rests-on-ai': {
    about: 'systems that rest on another AI system',
    holds: ({ profile }) =>
      someOf(
        (profile.dependsOn ?? [])
          .filter(ref => ref.startsWith('aisystem:'))
          .map(ref => ref.split('/').pop()!),
        names => `it rests on another AI system (${names})`,
      ),
  },
  personal: {
    about: 'systems with personal data',
    holds: context =>
      someOf(
        categories(context, personal),
        found => `its data is about people (${found})`,
      ),
  },
  sensitive: {
    about: 'systems with data of a special kind, such as biometric or health',
    holds: context =>
      someOf(categories(context, sensitive), found => `it uses ${found} data`),
  },
  code: {
    about: 'systems that work with source code',
    holds: context =>
      when(
        categories(context, /source.?code|^code$/i).length > 0,
        'it works with source code',
      ),
  },
  confidential: {
    about: 'systems with confidential or restricted data',
    holds: ({ profile: { data } }) =>
      when(
        data?.classification === 'confidential' ||
          data?.classification === 'restricted',
        `its data is ${data?.classification}`,
      ),
  },
  'in-house': {
    about: 'systems built in-house',
    holds: ({ profile }) =>
      when(profile.sourcing === 'in-house', 'it is built in-house'),
  },
  'open-source': {
    about: 'systems built on open source',
    holds: ({ profile }) =>
      when(profile.sourcing === 'open-source', 'it is built on open source'),
  },
  vendor: {
    about: 'systems of a vendor',
    holds: ({ profile }) =>
      when(
        profile.sourcing === 'vendor' || profile.sourcing === 'vendor-feature',
        `it comes from ${vendorOf(profile)}`,
      ),
  },
  'vendor-feature': {
    about: 'features of a vendor’s product',
    holds: ({ profile }) =>
      when(
        profile.sourcing === 'vendor-feature',
        `it is a feature of ${vendorOf(profile)}`,
      ),
  },
  embedded: {
    about: 'features within another product',
    holds: ({ profile }) =>
      when(
        profile.type === 'embedded-feature',
        'it is a feature within another product',
      ),
  },
  'switched-on': {
    about: 'features that a vendor switched on by itself',
    holds: ({ profile }) =>
      when(
        profile.vendor?.enabledByDefault,
        'the vendor switched it on by itself',
      ),
  },
  'model-of-others': {
    about: 'systems on a model that somebody else runs',
    holds: ({ profile }) =>
      someOf(
        (profile.models ?? [])
          .filter(m => m.channel || profile.sourcing?.startsWith('vendor'))
          .map(m => m.name),
        names => `somebody else runs its model (${names})`,
      ),
  },
  outsiders: {
    about: 'systems that affect customers or the public',
    holds: audience(['customers', 'public'], 'affects'),
  },
  colleagues: {
    about: 'systems that affect the team or employees',
    holds: audience(['team', 'employees'], 'affects'),
  },
  conversation: {
    about: 'systems that people interact with',
    holds: ({ profile }) =>
      when(
        profile.affects?.interaction?.includes('people-interact'),
        'people interact with it',
      ),
  },
  influences: {
    about: 'systems that influence decisions of weight',
    holds: ({ profile }) =>
      someOf(
        influencesOf(profile).map(i => influenceWords[i]),
        what => `it influences ${what}`,
      ),
  },
  safety: {
    about: 'systems that influence safety',
    holds: ({ profile }) =>
      when(influencesOf(profile).includes('safety'), 'it influences safety'),
  },
  'regulated-data': {
    about: 'systems that influence how regulated data is handled',
    holds: ({ profile }) =>
      when(
        influencesOf(profile).includes('regulated-data'),
        'it influences how regulated data is handled',
      ),
  },
  'in-the-loop': {
    about: 'systems whose results a person decides on',
    holds: ({ profile }) =>
      when(
        profile.oversight === 'human-in-the-loop',
        'a person decides on each of its results',
      ),
  },
  unattended: {
    about: 'systems that act before a person has looked',
    holds: ({ profile: { oversight } }) =>
      when(
        oversight === 'human-on-the-loop' ||
          oversight === 'human-out-of-the-loop',
        oversight === 'human-on-the-loop'
          ? 'it acts while a person only watches'
          : 'it acts without a person',
      ),
  },
  'annex-iii': {
    about: 'uses of Annex III of the EU AI Act',
    holds: ({ profile }) =>
      someOf(
        profile.regulation?.euAiAct?.annexIII ?? [],
        areas => `Annex III of the EU AI Act names its use (${areas})`,
      ),
  },
  high: {
    about: 'systems of the high tier',
    holds: ({ tier }) =>
      when(tier === 'high' || tier === 'prohibited', `its tier is ${tier}`),
  },
} as const satisfies Record<string, Fact>;

export type FactId = keyof typeof facts;
