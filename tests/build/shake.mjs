// Shakes a small glue, written as Emscripten writes one, and prints what is left.
// usage: node shake.mjs [properties that are asked for, by comma] [imports that are used, by comma]
import { shaken } from '../../browser_python/build/glue.mjs';

const GLUE = `async function create(moduleArg={}){var Module=moduleArg,unused=1,made=effect();
function effect(){return Module["asked"]}function _draw(){return helper()}function helper(){}
_draw.sig="v";function _alone(){return _alone()}_alone.sig="v";var _used,_other;
const{inner,outer}=effect();var lazy={call:()=>_used()};var asked=5;Module["asked"]=asked;
Module["lazy"]=lazy;Module["kept"]=inner;
function assignWasmExports(wasmExports){_used=Module["_used"]=wasmExports["used"];_other=Module["_other"]=wasmExports["other"]}
var wasmImports={alone:_alone,draw:_draw};
return Module}export default create;`;

const [asked = new Set(), imports = new Set()] = process.argv.slice(2).map((words) => new Set(words.split(',')));
const { text, words } = shaken(GLUE, asked, imports);
console.log(JSON.stringify({ text, words: [...words] }));
