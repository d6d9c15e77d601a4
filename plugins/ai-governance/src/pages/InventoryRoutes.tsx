import { Route, Routes } from 'react-router-dom';
import { HealthPage } from './HealthPage';
import { ImportsPage } from './ImportsPage';
import { InventoryPage } from './InventoryPage';

/** The inventory, what became of the registers that it comes from, and how what keeps it is doing. */
export function InventoryRoutes() {
  return (
    <Routes>
      <Route path="imports" element={<ImportsPage />} />
      <Route path="health" element={<HealthPage />} />
      <Route path="*" element={<InventoryPage />} />
    </Routes>
  );
}
