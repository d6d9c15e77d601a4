import { Route } from '../Route';
import { Services } from '../Services';
import { bulkRoutes } from './bulk';
import { caseRoutes } from './cases';
import { catalogueRoutes } from './catalogue';
import { continuationRoutes } from './continuations';
import { decisionRoutes } from './decisions';
import { discoveredRoutes } from './discovered';
import { familyScorecardRoutes } from './familyScorecards';
import { frameworkRoutes } from './frameworks';
import { graphRoutes } from './graph';
import { healthRoutes } from './health';
import { inventoryRoutes } from './inventory';
import { ledgerRoutes } from './ledger';
import { modelRoutes } from './models';
import { monitoringRoutes } from './monitoring';
import { namedScorecardRoutes } from './namedScorecards';
import { organizationRoutes } from './organization';
import { peopleRoutes } from './people';
import { policyRoutes } from './policy';
import { recordRoutes } from './records';
import { riskLibraryRoutes } from './riskLibrary';
import { riskRoutes } from './risks';
import { registrationRoutes } from './registrations';
import { scorecardRoutes } from './scorecards';
import { subjectRoutes } from './subjects';
import { subjectRecordRoutes } from './subjectRecords';
import { trainingRoutes } from './training';
import { workRoutes } from './work';

/** Every route of the API but `/openapi.json`, which describes these and itself. */
export const allRoutes = (services: Services): Route[] => [
  ...subjectRoutes(services),
  ...subjectRecordRoutes(services),
  ...continuationRoutes(services),
  ...recordRoutes(services),
  ...riskRoutes(services),
  ...bulkRoutes(services),
  ...registrationRoutes(services),
  ...decisionRoutes(services),
  ...monitoringRoutes(services),
  ...caseRoutes(services),
  ...peopleRoutes(services),
  ...catalogueRoutes(services),
  ...frameworkRoutes(services),
  ...modelRoutes(services),
  ...policyRoutes(services),
  ...organizationRoutes(services),
  ...riskLibraryRoutes(services),
  ...scorecardRoutes(services),
  ...namedScorecardRoutes(services),
  ...familyScorecardRoutes(services),
  ...trainingRoutes(services),
  ...workRoutes(services),
  ...inventoryRoutes(services),
  ...healthRoutes(services),
  ...discoveredRoutes(services),
  ...graphRoutes(services),
  ...ledgerRoutes(services),
];
