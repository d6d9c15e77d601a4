/** A catalog that is measured. */
export interface Variant {
  id: string;
  title: string;
  /** Whether the suite is installed: the module of the kind, and the governance backend. */
  suite: boolean;
  /** What stands beside the resources. */
  beside?: 'Component' | 'AISystem';
}

/** In pairs: what the suite costs entities that are none of its own, and what its own cost beside as many of another kind. */
export const variants: readonly Variant[] = [
  { id: 'plain', title: 'no suite', suite: false },
  { id: 'suite', title: 'with the suite', suite: true },
  {
    id: 'plain_more',
    title: 'no suite, as many Components beside',
    suite: false,
    beside: 'Component',
  },
  {
    id: 'suite_more',
    title: 'with the suite, as many AI systems beside',
    suite: true,
    beside: 'AISystem',
  },
];

/** What the measured process is told. */
export interface Hosted {
  variant: Variant;
  /** How many resources, and how many beside. */
  entities: number;
  /** A connection string of the PostgreSQL server. */
  postgresUrl: string;
  port: number;
}

export const token = 'token-of-the-benchmark';
/** Each variant has databases of its own, one for each plugin, as Backstage makes them. */
export const prefix = ({ id }: Variant) => `catalog_${id}_`;
