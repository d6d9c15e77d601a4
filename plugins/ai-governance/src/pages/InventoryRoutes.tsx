import { Route, Routes } from 'react-router-dom';
import { ImportsPage } from './ImportsPage';
import { InventoryPage } from './InventoryPage';

/** The inventory, and what became of the registers that it comes from. */
export function InventoryRoutes() {
  return (
    <Routes>
      <Route path="imports" element={<ImportsPage />} />
      <Route path="*" element={<InventoryPage />} />
    </Routes>
  );
}
