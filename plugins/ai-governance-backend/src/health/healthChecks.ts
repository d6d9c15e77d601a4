import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import {
  HealthCheck,
  Instant,
  minus,
} from 'backstage-plugin-ai-governance-common';
import { isLate } from './isLate';
import { ledgerCheck } from './ledgerCheck';
import { registrationsCheck } from './registrationsCheck';
import { nothingNamed, RUNS_SOON, withoutEnd } from './sentences';
import { TaskRun } from './TaskRuns';

type Schedule = SchedulerServiceTaskScheduleDefinition;

/** What something is about, of what the reader may read. */
type Named = HealthCheck['named'];

/** What the checks are judged from. */
export interface HealthFacts {
  queue: {
    waiting: number;
    /** Since when the first of those that are due waits; null: none is due. */
    oldestDueAt: Instant | null;
    /** How many could not be evaluated when it was last tried. */
    failing: number;
    named: Named;
  };
  sweep: {
    sweptAt: Instant | null;
    warning: string | null;
    startedAt: Instant | null;
  };
  sources: {
    folders: number;
    unreadable: number;
    named: Named;
    run: TaskRun | undefined;
  };
  registrations: {
    /** Of any status. */
    written: number;
    /** How many are in force, and in no sweep that should have found them. */
    missing: number;
    /** When the newest of those was written. */
    missingSince?: Instant;
    named: Named;
    /** How the catalog asked for them last. */
    run: TaskRun | undefined;
  };
  notices: { run: TaskRun | undefined };
  verification: { run: TaskRun | undefined };
  checkpoint: {
    run: TaskRun | undefined;
    /** Whether they are signed with a key that is in the database itself. */
    keyInDatabase: boolean;
  };
}

/** When what runs by itself is run; undefined: it is switched off. */
export interface Schedules {
  sweep: Schedule;
  recordsAsCode: Schedule;
  notices: Schedule | undefined;
  verification: Schedule | undefined;
  checkpoints: Schedule | undefined;
}

/** Once the first that is due has waited so long, the queue is stuck and not only long. */
const STUCK_AFTER = { minutes: 10 };

/** Judges how what runs by itself is doing: what is the case, and what to do about it. */
export function healthChecks(
  facts: HealthFacts,
  schedules: Schedules,
  at: Instant,
): HealthCheck[] {
  return [
    ledgerCheck(facts, schedules, at),
    inventory(facts, schedules, at),
    registrationsCheck(facts),
    queue(facts, at),
    recordsAsCode(facts, schedules, at),
    notices(facts, schedules, at),
  ];
}

function inventory(
  { sweep: { sweptAt, warning, startedAt } }: HealthFacts,
  { sweep: schedule }: Schedules,
  at: Instant,
): HealthCheck {
  const common = {
    id: 'inventory',
    lastWellAt: sweptAt,
    ...nothingNamed,
  } as const;
  if (startedAt && isLate(startedAt, schedule, at)) {
    return {
      ...common,
      state: 'failing',
      summary: 'The catalog is not read any more.',
      remedy:
        'Look in the log of the backends for the task inventory-sweep, and whether a backend runs that may run tasks.',
    };
  }
  if (warning) {
    const late = !sweptAt || isLate(sweptAt, schedule, at);
    return {
      ...common,
      state: late ? 'failing' : 'attention',
      summary: `The last sweep was not taken over whole: ${withoutEnd(
        warning,
      )}.`,
      remedy:
        'Where systems vanished and are meant to be gone, say so on the page Inventory. Where the catalog could not be read, look whether it answers; the next sweep tries again.',
    };
  }
  if (!sweptAt) {
    return {
      ...common,
      state: 'attention',
      summary: 'The catalog was not read yet.',
      remedy: RUNS_SOON,
    };
  }
  return {
    ...common,
    state: 'well',
    summary: 'The catalog is read as it should be.',
  };
}

function queue(
  { queue: { waiting, oldestDueAt, failing, named } }: HealthFacts,
  at: Instant,
): HealthCheck {
  const common = { id: 'queue', lastWellAt: null } as const;
  if (oldestDueAt && oldestDueAt < minus(at, STUCK_AFTER)) {
    return {
      ...common,
      state: 'failing',
      summary: `The queue is stuck: ${systems(
        waiting,
      )} to evaluate, the first for ${minutesBetween(oldestDueAt, at)}.`,
      remedy:
        'Results are older than what they are about. Look whether a backend runs and reaches the database, and in its log for “The evaluation failed”. Restarting a backend is safe: what it had begun another takes over within a minute.',
      named,
      concerned: failing,
    };
  }
  if (failing > 0) {
    return {
      ...common,
      state: 'attention',
      summary: `${systems(
        failing,
      )} could not be evaluated: the results are those from before.`,
      remedy:
        'It is tried again at least every five minutes. The log of the backends says “could not be evaluated” with the whole error: a control of your own that throws is the first to look at.',
      named,
      concerned: failing,
    };
  }
  return {
    ...common,
    ...nothingNamed,
    state: 'well',
    summary:
      waiting === 0
        ? 'Nothing waits to be evaluated.'
        : `${systems(waiting)} to evaluate, and the queue moves.`,
  };
}

function recordsAsCode(
  { sources: { folders, unreadable, named, run } }: HealthFacts,
  { recordsAsCode: schedule }: Schedules,
  at: Instant,
): HealthCheck {
  const id = 'records-as-code';
  const lastWellAt = run?.succeededAt ?? null;
  const common = { id, lastWellAt, named, concerned: unreadable } as const;
  if (run?.problem) {
    return {
      ...common,
      state: 'failing',
      summary: `The files of documents could not be read: ${withoutEnd(
        run.problem,
      )}.`,
      remedy:
        'Documents stay as they were read before. Look whether the catalog answers; the next run tries again.',
    };
  }
  if (lastWellAt && isLate(lastWellAt, schedule, at)) {
    return {
      ...common,
      state: 'failing',
      summary: 'The files of documents are not read any more.',
      remedy:
        'Look in the log of the backends for the task records-as-code. With many repositories, give it more time: aiGovernance.recordsAsCode.schedule.timeout.',
    };
  }
  if (unreadable > 0) {
    return {
      ...common,
      state: 'attention',
      summary: `Of ${folders} ${
        folders === 1 ? 'folder' : 'folders'
      } of documents, ${unreadable} could not be read.`,
      remedy:
        'The page of each system says why, beside its documents. Often it is an address that moved, or an integration without a token for that host.',
    };
  }
  if (!lastWellAt) {
    return {
      ...common,
      state: 'attention',
      summary: 'The files of documents were not read yet.',
      remedy: RUNS_SOON,
    };
  }
  return {
    ...common,
    state: 'well',
    summary:
      folders === 0
        ? 'No system keeps its documents in files.'
        : 'Every folder of documents was read.',
  };
}

function notices(
  { notices: { run } }: HealthFacts,
  { notices: schedule }: Schedules,
  at: Instant,
): HealthCheck {
  const id = 'notices';
  const lastWellAt = run?.succeededAt ?? null;
  const common = { id, lastWellAt, ...nothingNamed } as const;
  if (!schedule) {
    return {
      ...common,
      state: 'off',
      summary:
        'People are not told what they have to do: aiGovernance.notices.enabled is false.',
    };
  }
  if (run?.problem) {
    return {
      ...common,
      state: 'failing',
      summary: `People could not be told what they have to do: ${withoutEnd(
        run.problem,
      )}.`,
      remedy:
        'It is tried again with the next run, and nothing is lost. Look whether the backend has the notifications plugin, and whether its processors (mail, chat) work.',
    };
  }
  if (!lastWellAt) {
    return {
      ...common,
      state: 'attention',
      summary: 'Nobody was told anything yet.',
      remedy: RUNS_SOON,
    };
  }
  if (isLate(lastWellAt, schedule, at)) {
    return {
      ...common,
      state: 'failing',
      summary: 'People are not told any more what they have to do.',
      remedy: 'Look in the log of the backends for the task notices.',
    };
  }
  return {
    ...common,
    state: 'well',
    summary: 'People are told what they have to do.',
  };
}

function systems(n: number) {
  return n === 1 ? '1 system' : `${n} systems`;
}

function minutesBetween(from: Instant, to: Instant) {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
  return minutes < 120
    ? `${minutes} minutes`
    : `${Math.floor(minutes / 60)} hours`;
}
