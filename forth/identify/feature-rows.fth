\ feature-rows.fth - data: features of processors, who says so, what they do.
\ SPDX-License-Identifier: 0BSD
\ needs: features.fth
\ frame: ISA, code before an effect, code after it. feature: name, register,
\ lowest bit, bits, least value. effect: number in, number out, code, which is
\ the assembly above it (checked by `test/run features`).

\ data rows
\ x86: Intel SDM volume 2A, CPUID, tables 3-8 to 3-11; AMD APM volume 3, E.3

\ x86_64: mov rax, [rbp] | mov [rbp], rax; ret
frame: x86_64 488b4500 48894500c3
\ i386: mov eax, [ebp] | mov [ebp], eax; ret
frame: i386 8b4500 894500c3
for: x86_64 i386
feature: fpu cpuid.1.edx 0 1 1
feature: tsc cpuid.1.edx 4 1 1
\ rdtsc; mov ecx, eax; rdtsc; cmp eax, ecx; setne al; movzx eax, al
effect: 0 1 0f3189c10f3139c80f95c00fb6c0
feature: msr cpuid.1.edx 5 1 1
feature: pae cpuid.1.edx 6 1 1
feature: cx8 cpuid.1.edx 8 1 1
feature: apic cpuid.1.edx 9 1 1
feature: mtrr cpuid.1.edx 12 1 1
feature: cmov cpuid.1.edx 15 1 1
\ mov ecx, 7; test eax, eax; cmovne eax, ecx
effect: 1 7 b90700000085c00f45c1
feature: pat cpuid.1.edx 16 1 1
feature: clflush cpuid.1.edx 19 1 1
feature: mmx cpuid.1.edx 23 1 1
\ movd mm0, eax; paddd mm0, mm0; movd eax, mm0; emms
effect: 5 10 0f6ec00ffec00f7ec00f77
feature: fxsr cpuid.1.edx 24 1 1
feature: sse cpuid.1.edx 25 1 1
\ cvtsi2ss xmm0, eax; cvttss2si eax, xmm0
effect: 5 5 f30f2ac0f30f2cc0
feature: sse2 cpuid.1.edx 26 1 1
\ movd xmm0, eax; paddd xmm0, xmm0; movd eax, xmm0
effect: 5 10 660f6ec0660ffec0660f7ec0
feature: sse3 cpuid.1.ecx 0 1 1
\ cvtsi2ss xmm0, eax; movsldup xmm0, xmm0; haddps xmm0, xmm0; cvttss2si eax,
\ xmm0
effect: 5 10 f30f2ac0f30f12c0f20f7cc0f30f2cc0
feature: pclmulqdq cpuid.1.ecx 1 1 1
\ movd xmm0, eax; pclmulqdq xmm0, xmm0, 0; movd eax, xmm0
effect: 3 5 660f6ec0660f3a44c000660f7ec0
feature: monitor cpuid.1.ecx 3 1 1
feature: vmx cpuid.1.ecx 5 1 1
feature: ssse3 cpuid.1.ecx 9 1 1
\ movd xmm0, eax; pabsb xmm0, xmm0; movd eax, xmm0
effect: $ff 1 660f6ec0660f381cc0660f7ec0
feature: fma cpuid.1.ecx 12 1 1
feature: cx16 cpuid.1.ecx 13 1 1
feature: sse4.1 cpuid.1.ecx 19 1 1
\ movd xmm0, eax; pmulld xmm0, xmm0; movd eax, xmm0
effect: 7 49 660f6ec0660f3840c0660f7ec0
feature: sse4.2 cpuid.1.ecx 20 1 1
\ xor ecx, ecx; crc32 eax, cl
effect: 1 $f26b8303 31c9f20f38f0c1
feature: x2apic cpuid.1.ecx 21 1 1
feature: movbe cpuid.1.ecx 22 1 1
feature: popcnt cpuid.1.ecx 23 1 1
\ popcnt eax, eax
effect: $ff00ff 16 f30fb8c0
feature: aes cpuid.1.ecx 25 1 1
\ pxor xmm0, xmm0; pxor xmm1, xmm1; aesenclast xmm0, xmm1; movd eax, xmm0
effect: 0 $63636363 660fefc0660fefc9660f38ddc1660f7ec0
feature: xsave cpuid.1.ecx 26 1 1
feature: avx cpuid.1.ecx 28 1 1
feature: rdrand cpuid.1.ecx 30 1 1
\ rdrand ecx; rdrand edx; cmp ecx, edx; setne al; movzx eax, al
effect: 0 1 0fc7f10fc7f239d10f95c00fb6c0
feature: hypervisor cpuid.1.ecx 31 1 1
feature: bmi1 cpuid.7.ebx 3 1 1
\ blsi eax, eax
effect: $28 8 c4e278f3d8
feature: avx2 cpuid.7.ebx 5 1 1
feature: smep cpuid.7.ebx 7 1 1
feature: bmi2 cpuid.7.ebx 8 1 1
\ mov ecx, 0x15; pext eax, eax, ecx
effect: $15 7 b915000000c4e27af5c1
feature: erms cpuid.7.ebx 9 1 1
feature: avx512f cpuid.7.ebx 16 1 1
feature: rdseed cpuid.7.ebx 18 1 1
feature: adx cpuid.7.ebx 19 1 1
\ xor ecx, ecx; adcx eax, eax
effect: 3 6 31c9660f38f6c0
feature: sha cpuid.7.ebx 29 1 1
\ movd xmm0, eax; pslldq xmm0, 12; pxor xmm1, xmm1; sha1nexte xmm0, xmm1;
\ psrldq xmm0, 12; movd eax, xmm0
effect: 1 $40000000 660f6ec0660f73f80c660fefc90f38c8c1660f73d80c660f7ec0
feature: lahf cpuid.80000001.ecx 0 1 1
feature: svm cpuid.80000001.ecx 2 1 1
feature: lzcnt cpuid.80000001.ecx 5 1 1
\ lzcnt eax, eax
effect: 1 31 f30fbdc0
feature: sse4a cpuid.80000001.ecx 6 1 1
feature: nx cpuid.80000001.edx 20 1 1
feature: 1gb-pages cpuid.80000001.edx 26 1 1
feature: rdtscp cpuid.80000001.edx 27 1 1
feature: long-mode cpuid.80000001.edx 29 1 1
feature: 3dnow cpuid.80000001.edx 31 1 1
feature: tsc-steady cpuid.80000007.edx 8 1 1

\ AArch64: Arm ARM (DDI 0487) D13.2, ID_AA64*_EL1

\ aarch64: ldr x9, [x26] | str x9, [x26]; ret
frame: aarch64 490340f9 490300f9c0035fd6
for: aarch64
feature: el2 id_aa64pfr0 8 4 1
feature: el3 id_aa64pfr0 12 4 1
feature: aarch32-el0 id_aa64pfr0 0 4 2
feature: fp id_aa64pfr0 16 4 0
\ scvtf d0, x9; fadd d0, d0, d0; fcvtzs x9, d0
effect: 5 10 2001629e0028601e0900789e
feature: fp16 id_aa64pfr0 16 4 1
\ scvtf h0, x9; fadd h0, h0, h0; fcvtzs x9, h0
effect: 5 10 2001e29e0028e01e0900f89e
feature: asimd id_aa64pfr0 20 4 0
\ fmov d0, x9; add v0.2d, v0.2d, v0.2d; fmov x9, d0
effect: 5 10 2001679e0084e04e0900669e
feature: gic-registers id_aa64pfr0 24 4 1
feature: ras id_aa64pfr0 28 4 1
feature: sve id_aa64pfr0 32 4 1
feature: aes id_aa64isar0 4 4 1
\ movi v0.2d, #0; movi v1.2d, #0; aese v0.16b, v1.16b; fmov x9, d0
effect: 0 $6363636363636363 00e4006f01e4006f2048284e0900669e
feature: pmull id_aa64isar0 4 4 2
\ fmov d0, x9; pmull v0.1q, v0.1d, v0.1d; fmov x9, d0
effect: 3 5 2001679e00e0e00e0900669e
feature: sha1 id_aa64isar0 8 4 1
\ fmov s0, w9; sha1h s0, s0; fmov w9, s0
effect: 1 $40000000 2001271e0008285e0900261e
feature: sha256 id_aa64isar0 12 4 1
\ movi v0.2d, #0; movi v1.2d, #0; sha256su0 v0.4s, v1.4s; fmov x9, d0
effect: 0 0 00e4006f01e4006f2028285e0900669e
feature: sha512 id_aa64isar0 12 4 2
\ movi v0.2d, #0; movi v1.2d, #0; sha512su0 v0.2d, v1.2d; fmov x9, d0
effect: 0 0 00e4006f01e4006f2080c0ce0900669e
feature: crc32 id_aa64isar0 16 4 1
\ crc32cb w9, w9, wzr
effect: 1 $f26b8303 2951df1a
feature: atomics id_aa64isar0 20 4 1
\ mov x10, #1; ldadd x10, x9, [x26]; ldr x9, [x26]
effect: 5 6 2a0080d249032af8490340f9
feature: rdm id_aa64isar0 28 4 1
\ fmov d0, x9; sqrdmlah v0.4h, v0.4h, v0.4h; fmov x9, d0
effect: 0 0 2001679e0084402e0900669e
feature: sha3 id_aa64isar0 32 4 1
\ fmov d0, x9; movi v1.2d, #0; eor3 v0.16b, v0.16b, v1.16b, v1.16b; fmov x9,
\ d0
effect: 5 5 2001679e01e4006f000401ce0900669e
feature: sm3 id_aa64isar0 36 4 1
feature: sm4 id_aa64isar0 40 4 1
feature: dotprod id_aa64isar0 44 4 1
\ fmov d0, x9; movi v1.2d, #0; sdot v1.2s, v0.8b, v0.8b; fmov x9, d1
effect: $0101 2 2001679e01e4006f0194800e2900669e
feature: flagm id_aa64isar0 52 4 1
feature: rndr id_aa64isar0 60 4 1
feature: dpb id_aa64isar1 0 4 1
feature: pauth id_aa64isar1 4 4 1
feature: pauth-impdef id_aa64isar1 8 4 1
feature: jscvt id_aa64isar1 12 4 1
\ scvtf d0, x9; fjcvtzs w9, d0
effect: 5 5 2001629e09007e1e
feature: fcma id_aa64isar1 16 4 1
feature: lrcpc id_aa64isar1 20 4 1
\ ldapr x9, [x26]
effect: 5 5 49c3bff8
feature: frintts id_aa64isar1 32 4 1
\ scvtf d0, x9; frint64z d0, d0; fcvtzs x9, d0
effect: 5 5 2001629e0040691e0900789e
feature: bf16 id_aa64isar1 44 4 1
feature: i8mm id_aa64isar1 52 4 1
feature: 4k-pages id_aa64mmfr0 28 4 0
feature: 64k-pages id_aa64mmfr0 24 4 0
feature: 16k-pages id_aa64mmfr0 20 4 1
feature: vhe id_aa64mmfr1 8 4 1
feature: pan id_aa64mmfr1 20 4 1
feature: uao id_aa64mmfr2 4 4 1
feature: pmu id_aa64dfr0 8 4 1
feature: debug id_aa64dfr0 0 4 6

\ RISC-V: privileged architecture 3.1.1 (misa); from S mode misa can't be
\ read, and no register tells of Zb*: there the effect alone decides

\ riscv64: ld t0, 0(tp) | sd t0, 0(tp); ret
frame: riscv64 83320200 233052008280
\ riscv32: lw t0, 0(tp) | sw t0, 0(tp); ret
frame: riscv32 83220200 232052008280
for: riscv64 riscv32
feature: m - 0 1 1
\ mul t0, t0, t0
effect: 7 49 b3825202
feature: a - 0 1 1
\ li t1, 1; amoadd.w t0, t1, (tp); lw t0, 0(tp)
effect: 5 6 0543af22620083220200
feature: f - 0 1 1
\ fcvt.s.w ft0, t0; fadd.s ft0, ft0, ft0; fcvt.w.s t0, ft0
effect: 5 10 53f002d053700000d37200c0
feature: d - 0 1 1
\ fcvt.d.w ft0, t0; fadd.d ft0, ft0, ft0; fcvt.w.d t0, ft0
effect: 5 10 538002d253700002d37200c2
feature: c - 0 1 1
\ c.addi t0, 1; c.nop
effect: 5 6 85020100
feature: zba - 0 1 1
\ sh1add t0, t0, t0
effect: 5 15 b3a25220
feature: zbb - 0 1 1
\ cpop t0, t0
effect: $ff00ff 16 93922260
feature: zbc - 0 1 1
\ clmul t0, t0, t0
effect: 3 5 b392520a
feature: zbs - 0 1 1
\ bseti t0, t0, 3
effect: 5 13 93923228
feature: s-mode misa 18 1 1
feature: u-mode misa 20 1 1
feature: hypervisor misa 7 1 1
feature: vector misa 21 1 1

\ A32: Arm ARM (DDI 0406C) B4.1, ID_ISAR0 to 5, MVFR0 and 1, ID_PFR0 and 1

\ arm: ldr r0, [r10] | str r0, [r10]; bx lr
frame: arm 00009ae5 00008ae51eff2fe1
for: arm
feature: clz - 0 1 1
\ clz r0, r0
effect: 1 31 100f6fe1
feature: dsp - 0 1 1
\ qadd r0, r0, r0
effect: 5 10 500000e1
feature: media - 0 1 1
\ rev r0, r0
effect: $11223344 $44332211 300fbfe6
feature: ldrex - 0 1 1
\ ldrex r0, [r10]; clrex
effect: 5 5 9f0f9ae11ff07ff5
feature: movw - 0 1 1
\ movw r0, #0x5678; movt r0, #0x1234
effect: 0 $12345678 780605e3340241e3
feature: div - 0 1 1
\ mov r1, #7; sdiv r0, r0, r1
effect: 49 7 0710a0e310f110e7
feature: crc32 - 0 1 1
\ mov r1, #0; crc32cb r0, r0, r1
effect: 1 $f26b8303 0010a0e3410200e1
feature: vfp - 0 1 1
\ vmov s0, r0; vcvt.f32.s32 s0, s0; vadd.f32 s0, s0, s0; vcvt.s32.f32 s0,
\ s0; vmov r0, s0
effect: 5 10 100a00eec00ab8ee000a30eec00abdee100a10ee
feature: neon - 0 1 1
\ vdup.32 d0, r0; vadd.i32 d0, d0, d0; vmov.32 r0, d0[0]
effect: 5 10 100b80ee000820f2100b10ee
\ end of data rows
