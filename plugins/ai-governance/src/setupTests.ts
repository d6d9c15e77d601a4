import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, and a busy machine takes its time over that; nothing here waits longer than it must.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

// what is typed and not sent stays in the browser, and not from one test to the next
afterEach(() => window.localStorage.clear());
