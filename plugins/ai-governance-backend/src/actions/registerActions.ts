import { ActionOptions } from './ActionOptions';
import { registerAppendRecord } from './appendRecord';
import { registerDescribeSystem } from './describeSystem';
import { registerGetOrganizationScorecard } from './getOrganizationScorecard';
import { registerGetPosture } from './getPosture';
import { registerGetRecordHistory } from './getRecordHistory';
import { registerGetRecords } from './getRecords';
import { registerGetRecordType } from './getRecordType';
import { registerGetTeamScorecard } from './getTeamScorecard';
import { registerListSystems } from './listSystems';
import { registerListTeams } from './listTeams';
import { registerListWork } from './listWork';

/** Every action of the plugin. A new one is its own file and a line here. */
export function registerActions(options: ActionOptions): void {
  registerListSystems(options);
  registerDescribeSystem(options);
  registerGetPosture(options);
  registerGetOrganizationScorecard(options);
  registerListTeams(options);
  registerGetTeamScorecard(options);
  registerListWork(options);
  registerGetRecords(options);
  registerGetRecordHistory(options);
  registerGetRecordType(options);
  registerAppendRecord(options);
}
