import { Route, Routes } from 'react-router-dom';
import { RegistersPage } from './RegistersPage';
import { ImportSheetPage } from './spreadsheet/ImportSheetPage';

/** The registers, and what is taken into them from a spreadsheet. */
export function RegistersRoutes() {
  return (
    <Routes>
      <Route path="import" element={<ImportSheetPage />} />
      <Route path="*" element={<RegistersPage />} />
    </Routes>
  );
}
