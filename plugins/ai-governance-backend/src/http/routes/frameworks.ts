import { NotFoundError } from '@backstage/errors';
import {
  applicability,
  ApplicabilityLine,
  coverageOf,
  CoverageQuery,
  coverageQuerySchema,
  coverageSchema,
  Framework,
  frameworks,
  frameworksSchema,
  FrameworkView,
  noCounts,
  organizationControls,
  organizationReadPermission,
  RequirementCoverage,
  resultStates,
  RequirementStanding,
  requirementStandings,
  StatedApplicability,
  StateCounts,
  statementOfApplicability,
  statementOfApplicabilitySchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { ORGANIZATION } from '../../organization/PolicyVersions';
import { settledIfAsked } from '../asOf';
import { authorizeBasic } from '../authorizeBasic';
import { CsvColumn } from '../csv';
import { each } from '../each';
import { listScope } from '../listScope';
import { mayOfOrganization } from '../organizationAccess';
import { organizationResults } from '../organizationResults';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

/** @throws NotFoundError naming those that there are */
function frameworkOf(id: string): Framework {
  const framework = frameworks.find(f => f.id === id);
  if (framework) return framework;
  throw new NotFoundError(
    `There is no framework ${JSON.stringify(id)}; there are ${frameworks
      .map(f => f.id)
      .join(', ')}`,
  );
}

function viewOf(
  framework: Framework,
  coverage: readonly RequirementCoverage[],
): FrameworkView {
  const { id, title, version, source, licence } = framework;
  const counted = Object.fromEntries(
    requirementStandings.map(s => [
      s,
      coverage.filter(r => r.standing === s).length,
    ]),
  ) as Record<RequirementStanding, number>;
  return {
    id,
    title,
    version,
    source,
    licence,
    requirements: Object.values(counted).reduce((a, b) => a + b, 0),
    standings: counted,
  };
}

const requirementColumns: CsvColumn<RequirementCoverage>[] = [
  { header: 'requirement', value: r => r.id },
  { header: 'title', value: r => r.title },
  { header: 'under', value: r => r.parent },
];

const resultColumns: CsvColumn<RequirementCoverage>[] = [
  { header: 'controls', value: r => r.controls.map(c => c.id).join(' ') },
  { header: 'share', value: r => r.share },
  ...resultStates.map(state => ({
    header: state,
    value: (r: RequirementCoverage) => r.counts[state],
  })),
];

const coverageColumns: CsvColumn<RequirementCoverage>[] = [
  ...requirementColumns,
  { header: 'from', value: r => r.from },
  { header: 'standing', value: r => r.standing },
  ...resultColumns,
];

const applicabilityColumns: CsvColumn<ApplicabilityLine>[] = [
  ...requirementColumns,
  { header: 'applies', value: l => l.stated?.data.applies },
  { header: 'justification', value: l => l.stated?.data.justification },
  { header: 'implementation', value: l => l.implementation },
  { header: 'said by', value: l => l.impliedBy },
  {
    header: 'how it is met',
    value: l => l.stated?.data.implementation?.description,
  },
  ...resultColumns,
  { header: 'stated by', value: l => l.stated?.author },
  { header: 'stated at', value: l => l.stated?.recordedAt },
  { header: 'record', value: l => l.stated?.recordId },
];

const frameworkParams = z.strictObject({
  id: z.string().describe('Such as iso-42001'),
});

const coverageDescription =
  'Which control answers which requirement is our reading of the titles. Results are those of the systems that the caller may read; controls of the organization as a whole count once, and not of a team; of a past day by its policy and its records.';

/** What frameworks ask, which controls answer it, and how these stand. */
export const frameworkRoutes = (services: Services) => {
  const { ledger, scorecards } = services;
  const covered = (
    framework: Framework,
    counts: ReadonlyMap<string, StateCounts>,
  ) =>
    coverageOf(
      framework,
      [...services.controls, ...organizationControls],
      counts,
    );

  const countsFor = async (
    credentials: CallerCredentials,
    asked: CoverageQuery,
  ): Promise<Map<string, StateCounts>> => {
    const { scope, query } = await listScope(services, credentials, asked);
    const { team } = query;
    const asOf = await settledIfAsked(services, query.asOf);
    const counts = await scorecards.controlCounts(scope, { team, asOf });
    if (team !== undefined) return counts;
    const may = await mayOfOrganization(services, credentials);
    const results = await organizationResults(services, credentials, may, asOf);
    for (const { controlId, state } of results) {
      counts.set(controlId, { ...noCounts(), [state]: 1 });
    }
    return counts;
  };

  const applicabilityLines = async (
    credentials: CallerCredentials,
  ): Promise<ApplicabilityLine[]> => {
    await authorizeBasic(
      services.permissions,
      credentials,
      organizationReadPermission,
    );
    const stream = await ledger.findStream(ORGANIZATION);
    const records = stream
      ? await ledger.records(stream.id, { type: applicability.type })
      : [];
    const stated = records.flatMap(({ recordId, data, author, recordedAt }) => {
      const read = data === null ? null : JSON.parse(data);
      return read ? [{ recordId, data: read, author, recordedAt }] : [];
    }) as StatedApplicability[];
    return statementOfApplicability(
      covered(frameworkOf('iso-42001'), await countsFor(credentials, {})),
      stated,
    );
  };

  return [
    route({
      method: 'get',
      path: '/frameworks',
      operationId: 'list-frameworks',
      summary: 'The frameworks that controls answer to, and how far they hold',
      description: coverageDescription,
      query: coverageQuerySchema,
      response: frameworksSchema,
      handle: async ({ credentials, query }) => {
        const counts = await countsFor(credentials, query);
        return {
          items: frameworks.map(framework =>
            viewOf(framework, covered(framework, counts)),
          ),
        };
      },
    }),
    route({
      method: 'get',
      path: '/frameworks/:id/coverage',
      operationId: 'get-framework-coverage',
      summary: 'Every requirement of a framework, with what answers it',
      description: coverageDescription,
      params: frameworkParams,
      query: coverageQuerySchema,
      response: coverageSchema,
      refusals: [404],
      csv: {
        filename: 'framework-coverage',
        query: coverageQuerySchema,
        columns: () => coverageColumns,
        items: async ({ credentials, params, query }) =>
          each(
            covered(
              frameworkOf(params.id),
              await countsFor(credentials, query),
            ),
          ),
      },
      handle: async ({ credentials, params, query }) => {
        const framework = frameworkOf(params.id);
        const items = covered(framework, await countsFor(credentials, query));
        return { framework: viewOf(framework, items), items };
      },
    }),
    route({
      method: 'get',
      path: '/organization/applicability',
      operationId: 'get-statement-of-applicability',
      summary:
        'The statement of applicability for Annex A of ISO/IEC 42001: each of 38 controls in or out, why, and how it is implemented',
      description: 'Takes the permission `ai-governance.organization.read`.',
      response: statementOfApplicabilitySchema,
      refusals: [403],
      csv: {
        filename: 'statement-of-applicability',
        query: z.strictObject({}),
        columns: () => applicabilityColumns,
        items: async ({ credentials }) =>
          each(await applicabilityLines(credentials)),
      },
      handle: async ({ credentials }) => ({
        items: await applicabilityLines(credentials),
      }),
    }),
  ];
};
