import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, and a busy machine takes its time over that; nothing here waits longer than it must.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
