/* Rust's std takes its random bytes from bcryptprimitives.dll, which Wine 8.0 lacks: without it every program ends
   at once and says nothing. SystemFunction036 is the documented RtlGenRandom. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
    while (count > 0) {
        ULONG now = count < 0x40000000 ? (ULONG)count : 0x40000000;
        if (!SystemFunction036(bytes, now)) return FALSE;
        bytes += now;
        count -= now;
    }
    return TRUE;
}
