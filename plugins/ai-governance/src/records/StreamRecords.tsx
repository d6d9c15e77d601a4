import {
  createContext,
  ReactNode,
  useContext,
  useMemo,
  useReducer,
} from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  AiGovernanceApi,
  RevisionView,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import useAsync from 'react-use/esm/useAsync';
import { aiGovernanceApiRef } from '../api';
import { useAiGovernanceSignal } from '../components';

/** The records of a subject that what is shown refers to, read when they are asked for, and once however many ask. */
export interface Stream {
  /** The subject, full reference. */
  subject: string;
  /** Latest revisions of the records of a type. */
  read(type: string): Promise<RevisionView<any>[]>;
  /** What the reader may do there. */
  may(): Promise<SubjectPosture['may']>;
  /** Something was written: reads again. */
  changed(): void;
}

const StreamContext = createContext<Stream | undefined>(undefined);

/** Asks once; what failed is asked again by whoever comes next. */
function once<T>(ask: (key: string) => Promise<T>) {
  const asked = new Map<string, Promise<T>>();
  return (key: string): Promise<T> => {
    const known = asked.get(key);
    if (known) return known;
    const answer = ask(key);
    asked.set(key, answer);
    answer.catch(() => asked.delete(key));
    return answer;
  };
}

function openStream(
  api: AiGovernanceApi,
  subject: string,
  changed: () => void,
): Stream {
  const may = once(async ref => (await api.posture(ref)).may);
  return {
    subject,
    read: once(type => api.records<any>(subject, { type })),
    may: () => may(subject),
    changed,
  };
}

/**
 * Says of which subject the records within are, so that a reference to another of its records is shown and picked by what that record
 * is.
 *
 * @param subject - undefined: they are of no subject, and references are ids
 */
export function StreamRecords(props: {
  subject: string | undefined;
  children: ReactNode;
}) {
  const { subject, children } = props;
  const outer = useContext(StreamContext);
  if (subject === undefined) {
    return (
      <StreamContext.Provider value={undefined}>
        {children}
      </StreamContext.Provider>
    );
  }
  // a form within what is read already shares what was read
  if (outer?.subject === subject) return <>{children}</>;
  return <OwnStream subject={subject}>{children}</OwnStream>;
}

function OwnStream(props: { subject: string; children: ReactNode }) {
  const { subject, children } = props;
  const api = useApi(aiGovernanceApiRef);
  const [version, changed] = useReducer((n: number) => n + 1, 0);
  useAiGovernanceSignal(changed);
  const stream = useMemo(
    () => openStream(api, subject, changed),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- each version reads again
    [api, subject, version],
  );
  return (
    <StreamContext.Provider value={stream}>{children}</StreamContext.Provider>
  );
}

/**
 * The records of some types of the subject that is shown; read again whenever the backend signals a change.
 *
 * @returns `stream` undefined: there is none to refer to; `records` undefined: not read yet
 */
export function useStreamRecords(types: readonly string[]): {
  stream?: Stream;
  records?: RevisionView<any>[];
  loading: boolean;
  error?: Error;
} {
  const stream = useContext(StreamContext);
  const { value, loading, error } = useAsync(
    async () => stream && (await Promise.all(types.map(stream.read))).flat(),
    [stream, types.join()],
  );
  return { stream, records: stream && value, loading, error };
}
