// @ts-nocheck
/** Written by `npm run kernel`: `assembly/` as JavaScript. */
export function startPlain() {
var bufferView;
  var base64ReverseLookup = new Uint8Array(123/*'z'+1*/);
  for (var i = 25; i >= 0; --i) {
    base64ReverseLookup[48+i] = 52+i; // '0-9'
    base64ReverseLookup[65+i] = i; // 'A-Z'
    base64ReverseLookup[97+i] = 26+i; // 'a-z'
  }
  base64ReverseLookup[43] = 62; // '+'
  base64ReverseLookup[47] = 63; // '/'
  /** @noinline Inlining this function would mean expanding the base64 string 4x times in the source code, which Closure seems to be happy to do. */
  function base64DecodeToExistingUint8Array(uint8Array, offset, b64) {
    var b1, b2, i = 0, j = offset, bLength = b64.length, end = offset + (bLength*3>>2) - (b64[bLength-2] == '=') - (b64[bLength-1] == '=');
    for (; i < bLength; i += 4) {
      b1 = base64ReverseLookup[b64.charCodeAt(i+1)];
      b2 = base64ReverseLookup[b64.charCodeAt(i+2)];
      uint8Array[j++] = base64ReverseLookup[b64.charCodeAt(i)] << 2 | b1 >> 4;
      if (j < end) uint8Array[j++] = b1 << 4 | b2 >> 2;
      if (j < end) uint8Array[j++] = b2 << 6 | base64ReverseLookup[b64.charCodeAt(i+3)];
    }
    return uint8Array;
  }
function initActiveSegments(imports) {
  base64DecodeToExistingUint8Array(bufferView, 38400, "EBESAAgHCQYKBQsEDAMNAg4BDw==");
  base64DecodeToExistingUint8Array(bufferView, 38484, "Z+YJaoWuZ7ty8248OvVPpX9SDlGMaAWbq9mDHxnN4Fs=");
  base64DecodeToExistingUint8Array(bufferView, 38516, "mC+KQpFEN3HP+8C1pdu16VvCVjnxEfFZpII/ktVeHKuYqgfYAVuDEr6FMSTDfQxVdF2+cv6x3oCnBtybdPGbwcFpm+SGR77vxp3BD8yhDCRvLOktqoR0StypsFzaiPl2UlE+mG3GMajIJwOwx39Zv/ML4MZHkafVUWPKBmcpKRSFCrcnOCEbLvxtLE0TDThTVHMKZbsKanYuycKBhSxykqHov6JLZhqocItLwqNRbMcZ6JLRJAaZ1oU1DvRwoGoQFsGkGQhsNx5Md0gntbywNLMMHDlKqthOT8qcW/NvLmjugo90b2OleBR4yIQIAseM+v++kOtsUKT3o/m+8nhxxg==");
}

  function wasm2js_memory_fill(dest, value, size) {
    dest = dest >>> 0;
    size = size >>> 0;
    if (dest + size > bufferView.length) throw "trap: invalid memory.fill";
    bufferView.fill(value, dest, dest + size);
  }
      
  function wasm2js_memory_copy(dest, source, size) {
    // TODO: traps on invalid things
    bufferView.copyWithin(dest, source, source + size);
  }
      function wasm2js_trap() { throw new Error('abort'); }

function asmFunc(imports) {
 var buffer = new ArrayBuffer(65536);
 var HEAP8 = new Int8Array(buffer);
 var HEAP16 = new Int16Array(buffer);
 var HEAP32 = new Int32Array(buffer);
 var HEAPU8 = new Uint8Array(buffer);
 var HEAPU16 = new Uint16Array(buffer);
 var HEAPU32 = new Uint32Array(buffer);
 var HEAPF32 = new Float32Array(buffer);
 var HEAPF64 = new Float64Array(buffer);
 var Math_imul = Math.imul;
 var Math_fround = Math.fround;
 var Math_abs = Math.abs;
 var Math_clz32 = Math.clz32;
 var Math_min = Math.min;
 var Math_max = Math.max;
 var Math_floor = Math.floor;
 var Math_ceil = Math.ceil;
 var Math_trunc = Math.trunc;
 var Math_sqrt = Math.sqrt;
 var global$0 = 0;
 var global$1 = 0;
 var global$2 = 0;
 var global$1$hi = 0;
 var global$2$hi = 0;
 function $0($0_1, $1_1, $2_1) {
  var $3_1 = 0, $4 = 0, $5_1 = 0, $6_1 = 0, $7 = 0;
  wasm2js_memory_fill(38420, 0, 64);
  while (1) {
   if (($2_1 | 0) > ($3_1 | 0)) {
    $5_1 = (HEAPU8[$0_1 + $3_1 | 0] << 2) + 38420 | 0;
    HEAP32[$5_1 >> 2] = HEAP32[$5_1 >> 2] + 1;
    $3_1 = $3_1 + 1 | 0;
    continue;
   }
   break;
  };
  $3_1 = 1;
  while (1) {
   if (($3_1 | 0) <= 15) {
    $5_1 = ($3_1 << 2) + 38420 | 0;
    $6_1 = HEAP32[$5_1 >> 2];
    HEAP32[$5_1 >> 2] = $4;
    $4 = $4 + $6_1 << 1;
    $3_1 = $3_1 + 1 | 0;
    continue;
   }
   break;
  };
  $3_1 = 0;
  while (1) {
   if (($2_1 | 0) > ($3_1 | 0)) {
    $5_1 = HEAPU8[$0_1 + $3_1 | 0];
    $4 = ($5_1 << 2) + 38420 | 0;
    $7 = HEAP32[$4 >> 2];
    HEAP32[$4 >> 2] = $7 + 1;
    $6_1 = 0;
    $4 = 0;
    while (1) {
     if (($4 | 0) < ($5_1 | 0)) {
      $6_1 = ($7 >>> $4 & 1) << ($5_1 - 1 | 0) - $4 | $6_1;
      $4 = $4 + 1 | 0;
      continue;
     }
     break;
    };
    HEAP32[($3_1 << 2) + $1_1 >> 2] = $5_1 | $6_1 << 8;
    $3_1 = $3_1 + 1 | 0;
    continue;
   }
   break;
  };
 }
 
 function $1() {
  wasm2js_memory_copy(39028, 38484, 32);
 }
 
 function $2() {
  var $0_1 = 0, $1_1 = 0, $2_1 = 0, wasm2js_i32$0 = 0, wasm2js_i32$1 = 0;
  $0_1 = 39028;
  while (1) {
   if ($0_1 >>> 0 < 39060) {
    $1_1 = HEAP32[$0_1 >> 2];
    $2_1 = $1_1 & -16711936;
    (wasm2js_i32$0 = $0_1, wasm2js_i32$1 = ($2_1 & 16777215) << 8 | ($2_1 & -16777216) >>> 24 | __wasm_rotr_i32($1_1 & 16711935, 8)), HEAP32[wasm2js_i32$0 >> 2] = wasm2js_i32$1;
    $0_1 = $0_1 + 4 | 0;
    continue;
   }
   break;
  };
  return 39028;
 }
 
 function $3($0_1, $1_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  var $2_1 = 0, $3_1 = 0, $4 = 0, $5_1 = 0, $6_1 = 0, $7 = 0, $8 = 0, $9_1 = 0, $10_1 = 0, $11_1 = 0, $12_1 = 0, $13 = 0, wasm2js_i32$0 = 0, wasm2js_i32$1 = 0;
  while (1) {
   if ($0_1 >>> 0 < $1_1 >>> 0) {
    $10_1 = $0_1;
    $2_1 = 0;
    $6_1 = 0;
    while (1) {
     if ($2_1 >>> 0 < 64) {
      $0_1 = HEAP32[$2_1 + $10_1 >> 2];
      $3_1 = $0_1 & -16711936;
      (wasm2js_i32$0 = $2_1 + 38772 | 0, wasm2js_i32$1 = ($3_1 & 16777215) << 8 | ($3_1 & -16777216) >>> 24 | __wasm_rotr_i32($0_1 & 16711935, 8)), HEAP32[wasm2js_i32$0 >> 2] = wasm2js_i32$1;
      $2_1 = $2_1 + 4 | 0;
      continue;
     }
     break;
    };
    $0_1 = 38836;
    while (1) {
     if ($0_1 >>> 0 < 39028) {
      $2_1 = HEAP32[$0_1 - 60 >> 2];
      $3_1 = HEAP32[$0_1 - 28 >> 2] + (HEAP32[$0_1 + -64 >> 2] + (__wasm_rotr_i32($2_1, 7) ^ __wasm_rotr_i32($2_1, 18) ^ $2_1 >>> 3) | 0) | 0;
      $2_1 = HEAP32[$0_1 - 8 >> 2];
      (wasm2js_i32$0 = $0_1, wasm2js_i32$1 = $3_1 + (__wasm_rotr_i32($2_1, 17) ^ __wasm_rotr_i32($2_1, 19) ^ $2_1 >>> 10) | 0), HEAP32[wasm2js_i32$0 >> 2] = wasm2js_i32$1;
      $0_1 = $0_1 + 4 | 0;
      continue;
     }
     break;
    };
    $4 = HEAP32[9757];
    $0_1 = HEAP32[9758];
    $2_1 = HEAP32[9759];
    $8 = HEAP32[9760];
    $5_1 = HEAP32[9761];
    $3_1 = HEAP32[9762];
    $7 = HEAP32[9763];
    $9_1 = HEAP32[9764];
    while (1) {
     if ($6_1 >>> 0 < 256) {
      $11_1 = HEAP32[$6_1 + 38772 >> 2] + (HEAP32[$6_1 + 38516 >> 2] + (((__wasm_rotr_i32($5_1, 6) ^ __wasm_rotr_i32($5_1, 11) ^ __wasm_rotr_i32($5_1, 25)) + $9_1 | 0) + ($5_1 & $3_1 ^ ($5_1 ^ -1) & $7) | 0) | 0) | 0;
      $12_1 = $0_1 & $2_1 ^ ($0_1 & $4 ^ $2_1 & $4);
      $13 = __wasm_rotr_i32($4, 2) ^ __wasm_rotr_i32($4, 13) ^ __wasm_rotr_i32($4, 22);
      $9_1 = $7;
      $7 = $3_1;
      $3_1 = $5_1;
      $5_1 = $8 + $11_1 | 0;
      $8 = $2_1;
      $2_1 = $0_1;
      $0_1 = $4;
      $4 = ($12_1 + $13 | 0) + $11_1 | 0;
      $6_1 = $6_1 + 4 | 0;
      continue;
     }
     break;
    };
    HEAP32[9757] = HEAP32[9757] + $4;
    HEAP32[9758] = HEAP32[9758] + $0_1;
    HEAP32[9759] = HEAP32[9759] + $2_1;
    HEAP32[9760] = HEAP32[9760] + $8;
    HEAP32[9761] = HEAP32[9761] + $5_1;
    HEAP32[9762] = HEAP32[9762] + $3_1;
    HEAP32[9763] = HEAP32[9763] + $7;
    HEAP32[9764] = HEAP32[9764] + $9_1;
    $0_1 = $10_1 - -64 | 0;
    continue;
   }
   break;
  };
 }
 
 function $5($0_1) {
  $0_1 = $0_1 | 0;
  $0_1 = (Math_imul($0_1, 3) + 105111 >>> 16 | 0) - __wasm_memory_size() | 0;
  if (($0_1 | 0) > 0) {
   $0_1 = (__wasm_memory_grow($0_1 | 0) | 0) < 0
  } else {
   $0_1 = 0
  }
  if ($0_1) {
   wasm2js_trap()
  }
  return 39064;
 }
 
 function $6($0_1, $1_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  return ($0_1 + $1_1 | 0) + 7 & -8;
 }
 
 function $9($0_1) {
  $0_1 = $0_1 | 0;
  var $1_1 = 0, $2_1 = 0, $3_1 = 0;
  $1_1 = Math_imul($0_1, 307) + 1024 | 0;
  while (1) {
   if (($2_1 | 0) < 307) {
    $3_1 = $1_1 + $2_1 | 0;
    HEAP8[$3_1 | 0] = HEAPU8[$3_1 | 0] - 96;
    $2_1 = $2_1 + 1 | 0;
    continue;
   }
   break;
  };
  $0_1 = Math_imul($0_1, 1228);
  $0($1_1, $0_1 + 1948 | 0, 277);
  $0($1_1 + 277 | 0, $0_1 + 3056 | 0, 30);
 }
 
 function $10($0_1) {
  $0_1 = $0_1 | 0;
  return Math_imul($0_1, 307) + 1024 | 0;
 }
 
 function $11($0_1, $1_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  var $2_1 = 0, $3_1 = 0, $4 = 0, $5_1 = 0, $6_1 = 0, $7 = 0, $8 = 0, $9_1 = 0, $10_1 = 0, $11_1 = 0, $12_1 = 0, $13 = 0, $14 = 0, $15 = 0, $16 = 0, $17 = 0, $18 = 0;
  $2_1 = (Math_imul($1_1, 3) + 105111 >>> 16 | 0) - __wasm_memory_size() | 0;
  if (($2_1 | 0) > 0) {
   $2_1 = (__wasm_memory_grow($2_1 | 0) | 0) < 0
  } else {
   $2_1 = 0
  }
  if ($2_1) {
   wasm2js_trap()
  }
  global$0 = $1_1 + 39071 & -8;
  global$1 = 0;
  global$1$hi = 0;
  global$2 = 0;
  global$2$hi = 0;
  global$1 = 120;
  global$1$hi = 0;
  global$2 = 8;
  global$2$hi = 0;
  global$1 = 40056;
  global$1$hi = 0;
  global$2 = 16;
  global$2$hi = 0;
  $3_1 = 0;
  $4 = 16;
  $2_1 = $4;
  if (($2_1 & 63) >>> 0 >= 32) {
   $4 = 5 << $2_1;
   $2_1 = 0;
  } else {
   $4 = (1 << $2_1) - 1 & 5 >>> 32 - $2_1;
   $2_1 = 5 << $2_1;
  }
  global$1 = $2_1 | global$1;
  global$1$hi = $3_1 | $4;
  $2_1 = global$2$hi;
  $4 = $2_1 + 1 | 0;
  $3_1 = $2_1;
  $2_1 = global$2 + 3 | 0;
  $3_1 = $2_1 >>> 0 < 3 ? $4 : $3_1;
  global$2 = $2_1;
  global$2$hi = $3_1;
  $2_1 = global$2$hi;
  if (!$2_1 & global$2 >>> 0 >= 32 | $2_1) {
   $2_1 = global$0;
   $3_1 = global$1;
   HEAP8[$2_1 | 0] = $3_1;
   HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
   HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
   HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
   global$0 = global$0 + 4 | 0;
   global$1 = global$1$hi;
   global$1$hi = 0;
   $2_1 = global$2;
   global$2 = $2_1 - 32 | 0;
   global$2$hi = global$2$hi - ($2_1 >>> 0 < 32) | 0;
  }
  $4 = global$1$hi;
  $2_1 = global$2;
  $3_1 = $2_1 & 31;
  if (($2_1 & 63) >>> 0 >= 32) {
   $2_1 = 20 << $3_1;
   $3_1 = 0;
  } else {
   $2_1 = (1 << $3_1) - 1 & 20 >>> 32 - $3_1;
   $3_1 = 20 << $3_1;
  }
  global$1 = $3_1 | global$1;
  global$1$hi = $2_1 | $4;
  $2_1 = global$2$hi;
  $4 = $2_1 + 1 | 0;
  $3_1 = $2_1;
  $2_1 = global$2 + 5 | 0;
  $3_1 = $2_1 >>> 0 < 5 ? $4 : $3_1;
  global$2 = $2_1;
  global$2$hi = $3_1;
  $2_1 = global$2$hi;
  if (!$2_1 & global$2 >>> 0 >= 32 | $2_1) {
   $2_1 = global$0;
   $3_1 = global$1;
   HEAP8[$2_1 | 0] = $3_1;
   HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
   HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
   HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
   global$0 = global$0 + 4 | 0;
   global$1 = global$1$hi;
   global$1$hi = 0;
   $2_1 = global$2;
   global$2 = $2_1 - 32 | 0;
   global$2$hi = global$2$hi - ($2_1 >>> 0 < 32) | 0;
  }
  $4 = global$1$hi;
  $2_1 = global$2;
  $3_1 = $2_1 & 31;
  if (($2_1 & 63) >>> 0 >= 32) {
   $2_1 = 29 << $3_1;
   $3_1 = 0;
  } else {
   $2_1 = (1 << $3_1) - 1 & 29 >>> 32 - $3_1;
   $3_1 = 29 << $3_1;
  }
  global$1 = $3_1 | global$1;
  global$1$hi = $2_1 | $4;
  $2_1 = global$2$hi;
  $4 = $2_1 + 1 | 0;
  $3_1 = $2_1;
  $2_1 = global$2 + 5 | 0;
  $3_1 = $2_1 >>> 0 < 5 ? $4 : $3_1;
  global$2 = $2_1;
  global$2$hi = $3_1;
  $2_1 = global$2$hi;
  if (!$2_1 & global$2 >>> 0 >= 32 | $2_1) {
   $2_1 = global$0;
   $3_1 = global$1;
   HEAP8[$2_1 | 0] = $3_1;
   HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
   HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
   HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
   global$0 = global$0 + 4 | 0;
   global$1 = global$1$hi;
   global$1$hi = 0;
   $2_1 = global$2;
   global$2 = $2_1 - 32 | 0;
   global$2$hi = global$2$hi - ($2_1 >>> 0 < 32) | 0;
  }
  $4 = global$1$hi;
  $2_1 = global$2;
  $3_1 = $2_1 & 31;
  if (($2_1 & 63) >>> 0 >= 32) {
   $2_1 = 15 << $3_1;
   $3_1 = 0;
  } else {
   $2_1 = (1 << $3_1) - 1 & 15 >>> 32 - $3_1;
   $3_1 = 15 << $3_1;
  }
  global$1 = $3_1 | global$1;
  global$1$hi = $2_1 | $4;
  $2_1 = global$2$hi;
  $4 = $2_1 + 1 | 0;
  $3_1 = $2_1;
  $2_1 = global$2 + 4 | 0;
  $3_1 = $2_1 >>> 0 < 4 ? $4 : $3_1;
  global$2 = $2_1;
  global$2$hi = $3_1;
  $2_1 = global$2$hi;
  if (!$2_1 & global$2 >>> 0 >= 32 | $2_1) {
   $2_1 = global$0;
   $3_1 = global$1;
   HEAP8[$2_1 | 0] = $3_1;
   HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
   HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
   HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
   global$0 = global$0 + 4 | 0;
   global$1 = global$1$hi;
   global$1$hi = 0;
   $2_1 = global$2;
   global$2 = $2_1 - 32 | 0;
   global$2$hi = global$2$hi - ($2_1 >>> 0 < 32) | 0;
  }
  $6_1 = Math_imul($0_1, 307) + 1024 | 0;
  $3_1 = 0;
  while (1) {
   if (($3_1 | 0) < 19) {
    $8 = global$1$hi;
    $11_1 = HEAPU8[$3_1 + 38400 | 0] < 16 ? 4 : 0;
    $2_1 = global$2;
    $4 = $2_1 & 31;
    if (($2_1 & 63) >>> 0 >= 32) {
     $2_1 = $11_1 << $4;
     $4 = 0;
    } else {
     $2_1 = (1 << $4) - 1 & $11_1 >>> 32 - $4;
     $4 = $11_1 << $4;
    }
    global$1 = $4 | global$1;
    global$1$hi = $2_1 | $8;
    $2_1 = global$2$hi;
    $7 = $2_1 + 1 | 0;
    $4 = $2_1;
    $2_1 = global$2 + 3 | 0;
    $4 = $2_1 >>> 0 < 3 ? $7 : $4;
    global$2 = $2_1;
    global$2$hi = $4;
    $2_1 = global$2$hi;
    if (!$2_1 & global$2 >>> 0 >= 32 | $2_1) {
     $2_1 = global$0;
     $4 = global$1;
     HEAP8[$2_1 | 0] = $4;
     HEAP8[$2_1 + 1 | 0] = $4 >>> 8;
     HEAP8[$2_1 + 2 | 0] = $4 >>> 16;
     HEAP8[$2_1 + 3 | 0] = $4 >>> 24;
     global$0 = global$0 + 4 | 0;
     global$1 = global$1$hi;
     global$1$hi = 0;
     $2_1 = global$2;
     global$2 = $2_1 - 32 | 0;
     global$2$hi = global$2$hi - ($2_1 >>> 0 < 32) | 0;
    }
    $3_1 = $3_1 + 1 | 0;
    continue;
   }
   break;
  };
  while (1) {
   if (($12_1 | 0) < 307) {
    $2_1 = HEAPU8[$6_1 + $12_1 | 0];
    $4 = 0;
    $3_1 = 0;
    while (1) {
     if (($3_1 | 0) < 4) {
      $4 = ($2_1 >>> $3_1 & 1) << 3 - $3_1 | $4;
      $3_1 = $3_1 + 1 | 0;
      continue;
     }
     break;
    };
    $11_1 = global$1$hi;
    $2_1 = global$2;
    $3_1 = $2_1 & 31;
    if (($2_1 & 63) >>> 0 >= 32) {
     $2_1 = $4 << $3_1;
     $3_1 = 0;
    } else {
     $2_1 = (1 << $3_1) - 1 & $4 >>> 32 - $3_1;
     $3_1 = $4 << $3_1;
    }
    global$1 = $3_1 | global$1;
    global$1$hi = $2_1 | $11_1;
    $2_1 = global$2$hi;
    $4 = $2_1 + 1 | 0;
    $3_1 = $2_1;
    $2_1 = global$2 + 4 | 0;
    $3_1 = $2_1 >>> 0 < 4 ? $4 : $3_1;
    global$2 = $2_1;
    global$2$hi = $3_1;
    $2_1 = global$2$hi;
    if (!$2_1 & global$2 >>> 0 >= 32 | $2_1) {
     $2_1 = global$0;
     $3_1 = global$1;
     HEAP8[$2_1 | 0] = $3_1;
     HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
     HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
     HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
     global$0 = global$0 + 4 | 0;
     global$1 = global$1$hi;
     global$1$hi = 0;
     $2_1 = global$2;
     global$2 = $2_1 - 32 | 0;
     global$2$hi = global$2$hi - ($2_1 >>> 0 < 32) | 0;
    }
    $12_1 = $12_1 + 1 | 0;
    continue;
   }
   break;
  };
  wasm2js_memory_fill(5632, 0, 32768);
  $14 = Math_imul($0_1, 1228) + 1948 | 0;
  $6_1 = 0;
  $12_1 = global$0;
  $3_1 = global$1;
  $0_1 = global$1$hi;
  $4 = global$2;
  $2_1 = global$2$hi;
  $11_1 = $1_1;
  $17 = $1_1 - 4 | 0;
  while (1) {
   if (($6_1 | 0) < ($11_1 | 0)) {
    $8 = 0;
    $7 = -1;
    if (($6_1 | 0) <= ($17 | 0)) {
     $1_1 = $6_1 + 39064 | 0;
     $5_1 = (Math_imul(HEAPU8[$1_1 | 0] | HEAPU8[$1_1 + 1 | 0] << 8 | (HEAPU8[$1_1 + 2 | 0] << 16 | HEAPU8[$1_1 + 3 | 0] << 24), -1640531535) >>> 19 << 2) + 5632 | 0;
     $7 = HEAP32[$5_1 >> 2] - 1 | 0;
     HEAP32[$5_1 >> 2] = $6_1 + 1;
     if (($6_1 - $7 | 0) <= 32768 & ($7 | 0) >= 0) {
      $5_1 = $7 + 39064 | 0;
      $1_1 = (HEAPU8[$5_1 | 0] | HEAPU8[$5_1 + 1 | 0] << 8 | (HEAPU8[$5_1 + 2 | 0] << 16 | HEAPU8[$5_1 + 3 | 0] << 24)) == (HEAPU8[$1_1 | 0] | HEAPU8[$1_1 + 1 | 0] << 8 | (HEAPU8[$1_1 + 2 | 0] << 16 | HEAPU8[$1_1 + 3 | 0] << 24));
     } else {
      $1_1 = 0
     }
     if ($1_1) {
      $1_1 = $7 + 39064 | 0;
      $5_1 = $6_1 + 39064 | 0;
      $8 = $11_1 - $6_1 | 0;
      $10_1 = ($8 | 0) > 66 ? 66 : $8;
      $8 = 4;
      while (1) {
       if (($8 | 0) < ($10_1 | 0)) {
        $9_1 = HEAPU8[$1_1 + $8 | 0] == HEAPU8[$8 + $5_1 | 0]
       } else {
        $9_1 = 0
       }
       if ($9_1) {
        $8 = $8 + 1 | 0;
        continue;
       }
       break;
      };
     }
    }
    if ($8) {
     $1_1 = $8 - 3 | 0;
     $5_1 = $1_1 >>> 0 >= 8 ? 29 - Math_clz32($1_1) | 0 : 0;
     $13 = $2_1 + 1 | 0;
     $9_1 = $2_1;
     if ($1_1 >>> 0 < 8) {
      $2_1 = $1_1
     } else {
      $2_1 = ($1_1 >>> $5_1 & 3) + ($5_1 + 1 << 2) | 0
     }
     $2_1 = HEAP32[($2_1 + 257 << 2) + $14 >> 2];
     $10_1 = $2_1 & 255;
     $15 = $4 + $10_1 | 0;
     $18 = $10_1 >>> 0 > $15 >>> 0 ? $13 : $9_1;
     $7 = ($6_1 - $7 | 0) - 1 | 0;
     $10_1 = $7 >>> 0 >= 4 ? 30 - Math_clz32($7) | 0 : 0;
     $13 = $2_1 >>> 8 | 0;
     $9_1 = $4 & 31;
     if (($4 & 63) >>> 0 >= 32) {
      $2_1 = $13 << $9_1;
      $4 = 0;
     } else {
      $2_1 = (1 << $9_1) - 1 & $13 >>> 32 - $9_1;
      $4 = $13 << $9_1;
     }
     $3_1 = $4 | $3_1;
     $4 = $0_1 | $2_1;
     $1_1 = $1_1 & (1 << $5_1) - 1;
     $0_1 = $15 & 31;
     if (($15 & 63) >>> 0 >= 32) {
      $2_1 = $1_1 << $0_1;
      $0_1 = 0;
     } else {
      $2_1 = (1 << $0_1) - 1 & $1_1 >>> 32 - $0_1;
      $0_1 = $1_1 << $0_1;
     }
     $9_1 = $0_1 | $3_1;
     $13 = $2_1 | $4;
     $1_1 = $5_1 + $15 | 0;
     $0_1 = $1_1 >>> 0 < $5_1 >>> 0 ? $18 + 1 | 0 : $18;
     $5_1 = $0_1 + 1 | 0;
     $3_1 = $0_1;
     if ($7 >>> 0 < 4) {
      $0_1 = $7
     } else {
      $0_1 = ($7 >>> $10_1 & 1) + ($10_1 + 1 << 1) | 0
     }
     $0_1 = HEAP32[($0_1 + 277 << 2) + $14 >> 2];
     $2_1 = $0_1 & 255;
     $4 = $1_1 + $2_1 | 0;
     $5_1 = $2_1 >>> 0 > $4 >>> 0 ? $5_1 : $3_1;
     $3_1 = $0_1 >>> 8 | 0;
     $0_1 = $1_1 & 31;
     if (($1_1 & 63) >>> 0 >= 32) {
      $2_1 = $3_1 << $0_1;
      $0_1 = 0;
     } else {
      $2_1 = (1 << $0_1) - 1 & $3_1 >>> 32 - $0_1;
      $0_1 = $3_1 << $0_1;
     }
     $3_1 = $0_1 | $9_1;
     $9_1 = $2_1 | $13;
     $2_1 = (1 << $10_1) - 1 & $7;
     $1_1 = $4 & 31;
     if (($4 & 63) >>> 0 >= 32) {
      $0_1 = $2_1 << $1_1;
      $1_1 = 0;
     } else {
      $0_1 = (1 << $1_1) - 1 & $2_1 >>> 32 - $1_1;
      $1_1 = $2_1 << $1_1;
     }
     $3_1 = $1_1 | $3_1;
     $0_1 = $0_1 | $9_1;
     $4 = $4 + $10_1 | 0;
     $2_1 = $4 >>> 0 < $10_1 >>> 0 ? $5_1 + 1 | 0 : $5_1;
     $8 = $6_1 + $8 | 0;
     $6_1 = $6_1 + 1 | 0;
     while (1) {
      if (($6_1 | 0) < ($8 | 0)) {
       if (($6_1 | 0) <= ($17 | 0)) {
        $1_1 = $6_1 + 39064 | 0;
        HEAP32[(Math_imul(HEAPU8[$1_1 | 0] | HEAPU8[$1_1 + 1 | 0] << 8 | (HEAPU8[$1_1 + 2 | 0] << 16 | HEAPU8[$1_1 + 3 | 0] << 24), -1640531535) >>> 19 << 2) + 5632 >> 2] = $6_1 + 1;
       }
       $6_1 = $6_1 + 1 | 0;
       continue;
      }
      break;
     };
    } else {
     $1_1 = $0_1;
     $5_1 = HEAP32[(HEAPU8[$6_1 + 39064 | 0] << 2) + $14 >> 2];
     $7 = $5_1 >>> 8 | 0;
     $8 = $4 & 31;
     if (($4 & 63) >>> 0 >= 32) {
      $0_1 = $7 << $8;
      $7 = 0;
     } else {
      $0_1 = (1 << $8) - 1 & $7 >>> 32 - $8;
      $7 = $7 << $8;
     }
     $3_1 = $7 | $3_1;
     $0_1 = $0_1 | $1_1;
     $1_1 = $5_1 & 255;
     $4 = $1_1 + $4 | 0;
     $2_1 = $1_1 >>> 0 > $4 >>> 0 ? $2_1 + 1 | 0 : $2_1;
     $6_1 = $6_1 + 1 | 0;
    }
    $1_1 = $12_1;
    HEAP8[$1_1 | 0] = $3_1;
    HEAP8[$1_1 + 1 | 0] = $3_1 >>> 8;
    HEAP8[$1_1 + 2 | 0] = $3_1 >>> 16;
    HEAP8[$1_1 + 3 | 0] = $3_1 >>> 24;
    HEAP8[$1_1 + 4 | 0] = $0_1;
    HEAP8[$1_1 + 5 | 0] = $0_1 >>> 8;
    HEAP8[$1_1 + 6 | 0] = $0_1 >>> 16;
    HEAP8[$1_1 + 7 | 0] = $0_1 >>> 24;
    $12_1 = (($2_1 & 7) << 29 | $4 >>> 3) + $1_1 | 0;
    $2_1 = $4 & -8;
    $1_1 = $2_1 & 31;
    if (($2_1 & 63) >>> 0 >= 32) {
     $2_1 = 0;
     $3_1 = $0_1 >>> $1_1 | 0;
    } else {
     $2_1 = $0_1 >>> $1_1 | 0;
     $3_1 = ((1 << $1_1) - 1 & $0_1) << 32 - $1_1 | $3_1 >>> $1_1;
    }
    $0_1 = $2_1;
    $4 = $4 & 7;
    $2_1 = 0;
    continue;
   }
   break;
  };
  global$0 = $12_1;
  global$1 = $3_1;
  global$1$hi = $0_1;
  global$2 = $4;
  global$2$hi = $2_1;
  $3_1 = global$1$hi;
  $4 = HEAP32[$14 + 1024 >> 2];
  $1_1 = $4 >>> 8 | 0;
  $2_1 = global$2;
  $0_1 = $2_1 & 31;
  if (($2_1 & 63) >>> 0 >= 32) {
   $2_1 = $1_1 << $0_1;
   $0_1 = 0;
  } else {
   $2_1 = (1 << $0_1) - 1 & $1_1 >>> 32 - $0_1;
   $0_1 = $1_1 << $0_1;
  }
  global$1 = $0_1 | global$1;
  global$1$hi = $2_1 | $3_1;
  $0_1 = global$2$hi;
  $3_1 = $0_1 + 1 | 0;
  $1_1 = $0_1;
  $0_1 = $4 & 255;
  $2_1 = $0_1;
  $0_1 = $0_1 + global$2 | 0;
  $1_1 = $2_1 >>> 0 > $0_1 >>> 0 ? $3_1 : $1_1;
  global$2 = $0_1;
  global$2$hi = $1_1;
  $0_1 = global$2$hi;
  if (!$0_1 & global$2 >>> 0 >= 32 | $0_1) {
   $0_1 = global$0;
   $1_1 = global$1;
   HEAP8[$0_1 | 0] = $1_1;
   HEAP8[$0_1 + 1 | 0] = $1_1 >>> 8;
   HEAP8[$0_1 + 2 | 0] = $1_1 >>> 16;
   HEAP8[$0_1 + 3 | 0] = $1_1 >>> 24;
   global$0 = global$0 + 4 | 0;
   global$1 = global$1$hi;
   global$1$hi = 0;
   $0_1 = global$2;
   global$2 = $0_1 - 32 | 0;
   global$2$hi = global$2$hi - ($0_1 >>> 0 < 32) | 0;
  }
  $0_1 = global$2$hi;
  $3_1 = $0_1 + 1 | 0;
  $1_1 = $0_1;
  $0_1 = 0 - global$2 & 7;
  $2_1 = $0_1;
  $0_1 = $0_1 + global$2 | 0;
  $1_1 = $2_1 >>> 0 > $0_1 >>> 0 ? $3_1 : $1_1;
  global$2 = $0_1;
  global$2$hi = $1_1;
  $0_1 = global$2$hi;
  if (!$0_1 & global$2 >>> 0 >= 32 | $0_1) {
   $0_1 = global$0;
   $1_1 = global$1;
   HEAP8[$0_1 | 0] = $1_1;
   HEAP8[$0_1 + 1 | 0] = $1_1 >>> 8;
   HEAP8[$0_1 + 2 | 0] = $1_1 >>> 16;
   HEAP8[$0_1 + 3 | 0] = $1_1 >>> 24;
   global$0 = global$0 + 4 | 0;
   global$1 = global$1$hi;
   global$1$hi = 0;
   $0_1 = global$2;
   global$2 = $0_1 - 32 | 0;
   global$2$hi = global$2$hi - ($0_1 >>> 0 < 32) | 0;
  }
  while (1) {
   if (global$2 | global$2$hi) {
    $0_1 = global$0;
    global$0 = $0_1 + 1 | 0;
    HEAP8[$0_1 | 0] = global$1;
    $0_1 = global$2;
    global$2 = $0_1 - 8 | 0;
    global$2$hi = global$2$hi - ($0_1 >>> 0 < 8) | 0;
    $0_1 = global$1$hi;
    $1_1 = $0_1 >>> 8 | 0;
    global$1 = ($0_1 & 255) << 24 | global$1 >>> 8;
    global$1$hi = $1_1;
    continue;
   }
   break;
  };
  $2_1 = 1;
  $3_1 = $11_1 + 39064 | 0;
  $0_1 = 39064;
  while (1) {
   if ($0_1 >>> 0 < $3_1 >>> 0) {
    $1_1 = $0_1 + 5552 | 0;
    $4 = $1_1 >>> 0 < $3_1 >>> 0 ? $1_1 : $3_1;
    $1_1 = $0_1;
    while (1) {
     if ($1_1 >>> 0 < $4 >>> 0) {
      $2_1 = HEAPU8[$1_1 | 0] + $2_1 | 0;
      $16 = $16 + $2_1 | 0;
      $1_1 = $1_1 + 1 | 0;
      continue;
     }
     break;
    };
    $2_1 = ($2_1 >>> 0) % 65521 | 0;
    $16 = ($16 >>> 0) % 65521 | 0;
    $0_1 = $0_1 + 5552 | 0;
    continue;
   }
   break;
  };
  $0_1 = global$0;
  $1_1 = $16 << 16 | $2_1;
  $2_1 = $1_1 & -16711936;
  $1_1 = ($2_1 & 16777215) << 8 | ($2_1 & -16777216) >>> 24 | __wasm_rotr_i32($1_1 & 16711935, 8);
  HEAP8[$0_1 | 0] = $1_1;
  HEAP8[$0_1 + 1 | 0] = $1_1 >>> 8;
  HEAP8[$0_1 + 2 | 0] = $1_1 >>> 16;
  HEAP8[$0_1 + 3 | 0] = $1_1 >>> 24;
  return global$0 + 4 | 0;
 }
 
 function $12($0_1, $1_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  var $2_1 = 0, $3_1 = 0, $4 = 0;
  while (1) {
   if ($0_1 >>> 0 < $1_1 >>> 0) {
    $2_1 = HEAP32[$0_1 >> 2];
    $3_1 = $2_1 & -16711936;
    $4 = $4 + (($3_1 & 16777215) << 8 | ($3_1 & -16777216) >>> 24 | __wasm_rotr_i32($2_1 & 16711935, 8)) | 0;
    $0_1 = $0_1 + 4 | 0;
    continue;
   }
   break;
  };
  return $4 | 0;
 }
 
 function __wasm_rotr_i32($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0;
  $2_1 = $1_1 & 31;
  $3_1 = (-1 << $2_1 & $0_1) >>> $2_1 | 0;
  $2_1 = $0_1;
  $0_1 = 0 - $1_1 & 31;
  return $3_1 | ($2_1 & -1 >>> $0_1) << $0_1;
 }
 
 bufferView = HEAPU8;
 initActiveSegments(imports);
 function __wasm_memory_size() {
  return buffer.byteLength >> 16;
 }
 
 function __wasm_memory_grow(pagesToAdd) {
  pagesToAdd = pagesToAdd | 0;
  var oldPages = __wasm_memory_size() | 0;
  var newPages = oldPages + pagesToAdd | 0;
  if ((oldPages < newPages) && (newPages < 65536)) {
   var newBuffer = new ArrayBuffer(newPages << 16);
   var newHEAP8 = new Int8Array(newBuffer);
   newHEAP8.set(HEAP8);
   HEAP8 = new Int8Array(newBuffer);
   HEAP16 = new Int16Array(newBuffer);
   HEAP32 = new Int32Array(newBuffer);
   HEAPU8 = new Uint8Array(newBuffer);
   HEAPU16 = new Uint16Array(newBuffer);
   HEAPU32 = new Uint32Array(newBuffer);
   HEAPF32 = new Float32Array(newBuffer);
   HEAPF64 = new Float64Array(newBuffer);
   buffer = newBuffer;
   bufferView = HEAPU8;
  }
  return oldPages;
 }
 
 return {
  "checksum": $12, 
  "deflate": $11, 
  "lettersOf": $10, 
  "makeCode": $9, 
  "streamOf": $6, 
  "roomFor": $5, 
  "hashBlocks": $3, 
  "hashEnd": $2, 
  "hashStart": $1, 
  "memory": Object.create(Object.prototype, {
   "grow": {
    "value": __wasm_memory_grow
   }, 
   "buffer": {
    "get": function () {
     return buffer;
    }
    
   }
  })
 };
}
return asmFunc({})
}
