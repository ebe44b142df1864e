/* Windows' rules for files that Wine does not enforce, linked into the test programs in front of Rust's std.

   Each function below takes the place of an import of the same name, refuses what Windows refuses, and calls the real
   one otherwise. WINDOWS_RULES=off switches all of them off, which is how rules/main.rs is shown to need them. */
#include <windows.h>
#include <winternl.h>

#define STATUS_LOCK_NOT_GRANTED ((NTSTATUS)0xC0000055)
#define STATUS_FILE_LOCK_CONFLICT ((NTSTATUS)0xC0000054)
#define ANY_SHARING (FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE)

/* Takes the place of an import: code that is compiled for a DLL calls through __imp_NAME, other code calls NAME. */
#define IMPORT(result, name, parameters)                  \
    static result (WINAPI *real_##name) parameters;       \
    result WINAPI rule_##name parameters __asm__(#name);  \
    void *__imp_##name __attribute__((used)) = rule_##name; \
    result WINAPI rule_##name parameters

static NTSTATUS (WINAPI *query_object)(HANDLE, ULONG, PVOID, ULONG, PULONG);
static NTSTATUS (WINAPI *query_file)(HANDLE, IO_STATUS_BLOCK *, PVOID, ULONG, ULONG);
static NTSTATUS (WINAPI *lock_file)(HANDLE, HANDLE, PVOID, PVOID, IO_STATUS_BLOCK *, LARGE_INTEGER *, LARGE_INTEGER *,
                                    PULONG, BOOLEAN, BOOLEAN);
static NTSTATUS (WINAPI *unlock_file)(HANDLE, IO_STATUS_BLOCK *, LARGE_INTEGER *, LARGE_INTEGER *, PULONG);

static BOOL on;
static HANDLE one_at_a_time;

/* The trial lock of locked_by_another must not be what another process finds locked: whoever tries a lock, here or for
   the test itself, does so under this mutex, which all processes share. */
static void begin(void) { WaitForSingleObject(one_at_a_time, INFINITE); }
static void end(void) { ReleaseMutex(one_at_a_time); }

static BOOL fails(DWORD error) { SetLastError(error); return FALSE; }

/* Locks are mandatory on Windows: a range that is locked exclusively is neither read nor written through another
   handle. Wine's locks bind only who asks for them, so this asks. Shared locks, which also refuse to be written
   through, are not looked at: nothing here takes them. */
static BOOL locked_by_another(HANDLE file, LARGE_INTEGER *offset, ULONG length) {
    LARGE_INTEGER from, size = { .QuadPart = length };
    IO_STATUS_BLOCK io;
    if (!on || !length) return FALSE;
    if (offset) from = *offset;
    else if (query_file(file, &io, &from, sizeof from, 14 /* FilePositionInformation */)) return FALSE;
    begin();
    /* Wine reports by the status alone here, and refuses to be given an IO_STATUS_BLOCK. */
    NTSTATUS status = lock_file(file, NULL, NULL, NULL, NULL, &from, &size, NULL, TRUE, FALSE);
    if (status == 0) unlock_file(file, NULL, &from, &size, NULL);
    end();
    return status == STATUS_LOCK_NOT_GRANTED || status == STATUS_FILE_LOCK_CONFLICT;
}

IMPORT(NTSTATUS, NtReadFile, (HANDLE file, HANDLE event, PVOID apc, PVOID context, IO_STATUS_BLOCK *io, PVOID buffer,
                              ULONG length, LARGE_INTEGER *offset, PULONG key)) {
    if (locked_by_another(file, offset, length)) return STATUS_FILE_LOCK_CONFLICT;
    return real_NtReadFile(file, event, apc, context, io, buffer, length, offset, key);
}

IMPORT(NTSTATUS, NtWriteFile, (HANDLE file, HANDLE event, PVOID apc, PVOID context, IO_STATUS_BLOCK *io, PVOID buffer,
                               ULONG length, LARGE_INTEGER *offset, PULONG key)) {
    if (locked_by_another(file, offset, length)) return STATUS_FILE_LOCK_CONFLICT;
    return real_NtWriteFile(file, event, apc, context, io, buffer, length, offset, key);
}

/* A copy reads its source through a handle of its own. */
IMPORT(BOOL, CopyFileExW, (LPCWSTR from, LPCWSTR to, LPPROGRESS_ROUTINE progress, LPVOID data, LPBOOL cancel,
                           DWORD flags)) {
    HANDLE file = CreateFileW(from, GENERIC_READ, ANY_SHARING, NULL, OPEN_EXISTING, 0, NULL);
    LARGE_INTEGER start = { .QuadPart = 0 };
    BOOL locked = file != INVALID_HANDLE_VALUE && locked_by_another(file, &start, 1);
    if (file != INVALID_HANDLE_VALUE) CloseHandle(file);
    if (locked) return fails(ERROR_LOCK_VIOLATION);
    return real_CopyFileExW(from, to, progress, data, cancel, flags);
}

/* Only a handle that may read or write the file's data can lock it; one for appending may do neither. */
IMPORT(BOOL, LockFileEx, (HANDLE file, DWORD flags, DWORD reserved, DWORD low, DWORD high, LPOVERLAPPED at)) {
    struct { ULONG attributes; ACCESS_MASK granted; ULONG more[12]; } basic;
    if (on && query_object(file, 0 /* ObjectBasicInformation */, &basic, sizeof basic, NULL) == 0
        && !(basic.granted & (FILE_READ_DATA | FILE_WRITE_DATA)))
        return fails(ERROR_ACCESS_DENIED);
    if (!on || !(flags & LOCKFILE_FAIL_IMMEDIATELY)) return real_LockFileEx(file, flags, reserved, low, high, at);
    begin();
    BOOL locked = real_LockFileEx(file, flags, reserved, low, high, at);
    DWORD error = GetLastError();
    end();
    SetLastError(error);
    return locked;
}

/* Unlocking what is not locked has an error of its own, which std expects and Wine does not know. */
IMPORT(BOOL, UnlockFile, (HANDLE file, DWORD low, DWORD high, DWORD size_low, DWORD size_high)) {
    if (real_UnlockFile(file, low, high, size_low, size_high)) return TRUE;
    return fails(on && GetLastError() == ERROR_LOCK_VIOLATION ? ERROR_NOT_LOCKED : GetLastError());
}

/* Whether anything in a folder is open: only then is it refused to whoever shares it with nobody. */
static BOOL open_inside(LPCWSTR folder) {
    WCHAR path[1024];
    WIN32_FIND_DATAW entry;
    size_t length = wcslen(folder);
    if (length + 3 > 1024) return FALSE;
    wcscpy(path, folder);
    wcscpy(path + length, L"\\*");
    HANDLE search = FindFirstFileW(path, &entry);
    if (search == INVALID_HANDLE_VALUE) return FALSE;
    BOOL open = FALSE;
    do {
        if (!wcscmp(entry.cFileName, L".") || !wcscmp(entry.cFileName, L"..")) continue;
        if (length + 2 + wcslen(entry.cFileName) > 1024) continue;
        wcscpy(path + length + 1, entry.cFileName);
        if (entry.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) { open = open_inside(path); continue; }
        HANDLE file = CreateFileW(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
        if (file != INVALID_HANDLE_VALUE) CloseHandle(file);
        else open = GetLastError() == ERROR_SHARING_VIOLATION;
    } while (!open && FindNextFileW(search, &entry));
    FindClose(search);
    return open;
}

/* A folder is not renamed while a file in it is open, whatever that file is shared for. */
IMPORT(BOOL, MoveFileExW, (LPCWSTR from, LPCWSTR to, DWORD flags)) {
    DWORD attributes = GetFileAttributesW(from);
    if (on && attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) && open_inside(from))
        return fails(ERROR_ACCESS_DENIED);
    return real_MoveFileExW(from, to, flags);
}

static void start(void) __attribute__((constructor));
static void start(void) {
    HMODULE ntdll = GetModuleHandleW(L"ntdll"), kernel = GetModuleHandleW(L"kernel32");
    WCHAR word[4];
    on = GetEnvironmentVariableW(L"WINDOWS_RULES", word, 4) != 3 || wcscmp(word, L"off");
    one_at_a_time = CreateMutexW(NULL, FALSE, L"Local\\certdesk-windows-rules");
    query_object = (void *)GetProcAddress(ntdll, "NtQueryObject");
    query_file = (void *)GetProcAddress(ntdll, "NtQueryInformationFile");
    lock_file = (void *)GetProcAddress(ntdll, "NtLockFile");
    unlock_file = (void *)GetProcAddress(ntdll, "NtUnlockFile");
    real_NtReadFile = (void *)GetProcAddress(ntdll, "NtReadFile");
    real_NtWriteFile = (void *)GetProcAddress(ntdll, "NtWriteFile");
    real_CopyFileExW = (void *)GetProcAddress(kernel, "CopyFileExW");
    real_LockFileEx = (void *)GetProcAddress(kernel, "LockFileEx");
    real_UnlockFile = (void *)GetProcAddress(kernel, "UnlockFile");
    real_MoveFileExW = (void *)GetProcAddress(kernel, "MoveFileExW");
}
