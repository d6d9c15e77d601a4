import { Route, Routes } from 'react-router-dom';
import { ApplicabilityPage } from './frameworks/ApplicabilityPage';
import { FrameworkPage } from './frameworks/FrameworkPage';
import { FrameworksPage } from './frameworks/FrameworksPage';

/** The frameworks, how far each is covered, and the statement of applicability. */
export function FrameworksRoutes() {
  return (
    <Routes>
      <Route path="iso-42001/applicability" element={<ApplicabilityPage />} />
      <Route path=":id" element={<FrameworkPage />} />
      <Route path="*" element={<FrameworksPage />} />
    </Routes>
  );
}
