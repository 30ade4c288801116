// Lists the parts of a module as Binaryen describes them, each with Binaryen's handle as `it`.
import binaryen from 'binaryen';

/** @param {binaryen.Module} module */
export function ownFunctions(module) {
  return each(module.getNumFunctions(), (at) => module.getFunctionByIndex(at), binaryen.getFunctionInfo)
    .filter(({ module: from }) => !from);
}

/** @param {binaryen.Module} module */
export function exportsOf(module) {
  return each(module.getNumExports(), (at) => module.getExportByIndex(at), binaryen.getExportInfo);
}

/** @param {binaryen.Module} module */
export function globalsOf(module) {
  return each(module.getNumGlobals(), (at) => module.getGlobalByIndex(at), binaryen.getGlobalInfo);
}

/** @param {binaryen.Module} module */
export function tablesOf(module) {
  return each(module.getNumTables(), (at) => module.getTableByIndex(at), binaryen.getTableInfo);
}

/** @param {binaryen.Module} module */
export function elementSegmentsOf(module) {
  return each(
    module.getNumElementSegments(), (at) => module.getElementSegmentByIndex(at),
    binaryen.getElementSegmentInfo,
  );
}

/**
 * Write a module, which cannot be used afterwards.
 * @param {binaryen.Module} module
 */
export function emitted(module) {
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

/**
 * @template {number} Handle
 * @template {object} Told
 * @param {number} count
 * @param {(index: number) => Handle} handleAt
 * @param {(handle: Handle) => Told} tell
 */
function each(count, handleAt, tell) {
  return Array.from({ length: count }, (_, index) => {
    const it = handleAt(index);
    return { it, ...tell(it) };
  });
}
