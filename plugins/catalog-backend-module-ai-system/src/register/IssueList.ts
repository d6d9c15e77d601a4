import { ImportIssue } from 'backstage-plugin-ai-governance-common';

const kept = 10_000;

/** What is wrong with rows: all are counted, so many are kept. */
export class IssueList {
  readonly #issues: ImportIssue[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(issue: ImportIssue): void {
    this.#count++;
    if (this.#issues.length < kept) this.#issues.push(issue);
  }

  byLine(): ImportIssue[] {
    return [...this.#issues].sort((a, b) => a.line - b.line);
  }
}
