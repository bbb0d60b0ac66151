\ map.fth - the devices of the map, as the printers json.fth and dts.fth see them
\ SPDX-License-Identifier: 0BSD
\ reads: device-tree properties name class compatible place io-space by
\ reads: confidence driver (forms: see the top of probe/bus.fth)
