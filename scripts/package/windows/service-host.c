/*
 * The agent as a service of Windows: speaks with the service manager, which Node cannot, and keeps the agent running.
 *
 * Starts "assay-agent.exe service run" beside itself, in a job that ends with this process and limits its memory;
 * starts it anew with a growing pause when it ends, and when it has given no sign of life (the heartbeat file) for
 * five minutes. What the agent logs goes to C:\ProgramData\Assay\logs\agent.log, five files of a megabyte at most;
 * that it started, ended or hung also goes to the event log.
 *
 * An agent that updated itself cannot become its newer version here, as it does elsewhere. It ends with HAND_OVER_CODE
 * instead, having left the program to start in the file that ASSAY_HAND_OVER names; without a file the installed agent
 * is started. What is started must lie below the directory of updates, where nobody but the system writes.
 *
 * x86_64-w64-mingw32-gcc -municode -mwindows -Os -s -o assay-agent-service.exe service-host.c -ladvapi32
 */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <aclapi.h>
#include <sddl.h>
#include <wchar.h>

#define SERVICE L"AssayAgent"
#define FIRST_PAUSE_MS 1000
#define LONGEST_PAUSE_MS 60000
/* Ran for so long: the next failure is a new one. */
#define STEADY_MS 600000
#define LOOK_MS 30000
/* A machine that slept finds the last sign of life old: as many looks, more than a minute, for the next one. */
#define SILENT_LOOKS 4
#define HUNG_AFTER_S 300
#define MEMORY_LIMIT (256ULL * 1024 * 1024)
#define LOG_BYTES (1024 * 1024)
#define LOG_FILES 5
/* As the agent has them, in agent/src/{service/{places,heartbeat},update/program}.ts; service-host.test.ts compares. */
#define DATA L"C:\\ProgramData\\Assay"
#define LOGS DATA L"\\logs"
#define STATE DATA L"\\agent"
#define HEARTBEAT STATE L"\\heartbeat"
#define HAND_OVER STATE L"\\hand-over"
#define VERSIONS STATE L"\\updates\\versions\\"
#define HAND_OVER_CODE 75
/* Full control for the system and administrators, inherited by what is made below, and nothing for anybody else. */
#define OURS_ALONE L"O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"

static SERVICE_STATUS_HANDLE manager;
static SERVICE_STATUS status = {.dwServiceType = SERVICE_WIN32_OWN_PROCESS};
static HANDLE stopping;

static void say(DWORD state, DWORD wait_ms) {
  status.dwCurrentState = state;
  status.dwWaitHint = wait_ms;
  status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_PRESHUTDOWN : 0;
  SetServiceStatus(manager, &status);
}

static void event(WORD type, const WCHAR *text) {
  HANDLE source = RegisterEventSourceW(NULL, SERVICE);
  if (!source) return;
  ReportEventW(source, type, 0, 1, NULL, 1, 0, &text, NULL);
  DeregisterEventSource(source);
}

static DWORD WINAPI control(DWORD code, DWORD type, void *detail, void *context) {
  (void)type, (void)detail, (void)context;
  if (code == SERVICE_CONTROL_INTERROGATE) return NO_ERROR;
  if (code != SERVICE_CONTROL_STOP && code != SERVICE_CONTROL_PRESHUTDOWN) return ERROR_CALL_NOT_IMPLEMENTED;
  say(SERVICE_STOP_PENDING, 15000);
  SetEvent(stopping);
  return NO_ERROR;
}

/*
 * Whether the system, an administrator or whoever we run as made it; TRUE also where it is not there, or nobody's. Of a link it
 * is the link that is asked about: one that a user made could lead to what is the system's now, and elsewhere later.
 */
static BOOL is_ours(WCHAR *path) {
  BYTE user[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
  DWORD size;
  HANDLE token;
  PSID owner = NULL;
  PSECURITY_DESCRIPTOR held = NULL;
  HANDLE opened = CreateFileW(path, READ_CONTROL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                              FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, NULL);
  /* Ours lets the system look at it. */
  if (opened == INVALID_HANDLE_VALUE) return GetLastError() != ERROR_ACCESS_DENIED;
  DWORD failed = GetSecurityInfo(opened, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION, &owner, NULL, NULL, NULL, &held);
  CloseHandle(opened);
  if (failed || !owner) return TRUE;
  BOOL ours = IsWellKnownSid(owner, WinBuiltinAdministratorsSid) || IsWellKnownSid(owner, WinLocalSystemSid);
  if (!ours && OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
    ours = GetTokenInformation(token, TokenUser, user, sizeof user, &size) && EqualSid(owner, ((TOKEN_USER *)user)->User.Sid);
    CloseHandle(token);
  }
  LocalFree(held);
  return ours;
}

/*
 * Every user may make files in ProgramData. Who made our directory before we did would own it, and what is in it: a join
 * string of his own, and the device's key, once it is there. It is kept for whoever looks into it, under another name.
 */
static void set_aside(void) {
  WCHAR aside[MAX_PATH];
  swprintf(aside, MAX_PATH, DATA L".not-ours-%llu", (unsigned long long)GetTickCount64());
  if (MoveFileExW(DATA, aside, 0)) event(EVENTLOG_WARNING_TYPE, L"Another user had made " DATA L"; it was renamed.");
  else event(EVENTLOG_ERROR_TYPE, L"Another user had made " DATA L", and it could not be renamed.");
}

/*
 * Windows lets every user read what is in ProgramData: the device's key would be anybody's to read. Set anew at each start,
 * also on a directory that was there before us.
 */
static void make_places(void) {
  SECURITY_ATTRIBUTES ours = {sizeof ours, NULL, FALSE};
  WCHAR path[] = DATA;
  ConvertStringSecurityDescriptorToSecurityDescriptorW(OURS_ALONE, SDDL_REVISION_1, &ours.lpSecurityDescriptor, NULL);
  if (!is_ours(path)) set_aside();
  if (!CreateDirectoryW(DATA, &ours) && ours.lpSecurityDescriptor) {
    BOOL is_there, is_default;
    PACL list = NULL;
    PSID owner = NULL;
    GetSecurityDescriptorDacl(ours.lpSecurityDescriptor, &is_there, &list, &is_default);
    GetSecurityDescriptorOwner(ours.lpSecurityDescriptor, &owner, &is_default);
    SECURITY_INFORMATION what =
        OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION;
    DWORD failed = SetNamedSecurityInfoW(path, SE_FILE_OBJECT, what, owner, NULL, list, NULL);
    if (failed) event(EVENTLOG_ERROR_TYPE, L"Other users could not be kept out of " DATA L".");
  }
  LocalFree(ours.lpSecurityDescriptor);
  CreateDirectoryW(LOGS, NULL);
}

/* What the agent that ended wants to be started in its place: a path of ours, or FALSE for the installed agent. */
static BOOL read_hand_over(WCHAR *program) {
  char text[MAX_PATH * 3] = {0};
  DWORD got = 0;
  HANDLE file = CreateFileW(HAND_OVER, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return FALSE;
  BOOL read = ReadFile(file, text, sizeof text - 1, &got, NULL);
  CloseHandle(file);
  DeleteFileW(HAND_OVER);
  if (!read || !MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text, -1, program, MAX_PATH)) return FALSE;
  if (wcsncmp(program, VERSIONS, wcslen(VERSIONS)) == 0 && !wcsstr(program, L"..") && !wcschr(program, L'"')) return TRUE;
  event(EVENTLOG_ERROR_TYPE, L"The agent named a program that is none of its own; the installed one is started.");
  return FALSE;
}

static void log_name(WCHAR *path, int number) {
  if (number) swprintf(path, MAX_PATH, LOGS L"\\agent.%d.log", number);
  else wcscpy(path, LOGS L"\\agent.log");
}

static HANDLE open_log(void) {
  WCHAR path[MAX_PATH];
  log_name(path, 0);
  return CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_ALWAYS, 0, NULL);
}

static void rotate(void) {
  WCHAR from[MAX_PATH], to[MAX_PATH];
  for (int number = LOG_FILES - 1; number > 0; number--) {
    log_name(from, number - 1);
    log_name(to, number);
    MoveFileExW(from, to, MOVEFILE_REPLACE_EXISTING);
  }
}

/* One thread per run of the agent: its pipe into the log, until nobody writes any more. */
static DWORD WINAPI keep_log(void *pipe) {
  char buffer[8192];
  HANDLE file = open_log();
  DWORD got, put;
  while (ReadFile(pipe, buffer, sizeof buffer, &got, NULL) && got) {
    LARGE_INTEGER size = {0};
    if (file == INVALID_HANDLE_VALUE) file = open_log();
    if (file != INVALID_HANDLE_VALUE && GetFileSizeEx(file, &size) && size.QuadPart + got > LOG_BYTES) {
      CloseHandle(file);
      rotate();
      file = open_log();
    }
    if (file != INVALID_HANDLE_VALUE) WriteFile(file, buffer, got, &put, NULL);
  }
  if (file != INVALID_HANDLE_VALUE) CloseHandle(file);
  CloseHandle(pipe);
  return 0;
}

static HANDLE limited_job(void) {
  HANDLE job = CreateJobObjectW(NULL, NULL);
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  limits.BasicLimitInformation.LimitFlags =
      JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_JOB_MEMORY | JOB_OBJECT_LIMIT_PRIORITY_CLASS;
  limits.BasicLimitInformation.PriorityClass = BELOW_NORMAL_PRIORITY_CLASS;
  limits.JobMemoryLimit = MEMORY_LIMIT;
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  return job;
}

/* A version that was handed over to, or NULL for the installed one. NULL when it could not be started. */
static HANDLE start(HANDLE job, const WCHAR *version) {
  WCHAR own[MAX_PATH], line[2 * MAX_PATH];
  GetModuleFileNameW(NULL, own, MAX_PATH);
  WCHAR *name = wcsrchr(own, L'\\');
  if (name) *name = 0;
  if (version) swprintf(line, 2 * MAX_PATH, L"\"%ls\" service run", version);
  else swprintf(line, 2 * MAX_PATH, L"\"%ls\\assay-agent.exe\" service run", own);
  /* Nobody but us says what code a root service loads. */
  SetEnvironmentVariableW(L"NODE_OPTIONS", NULL);
  DeleteFileW(HAND_OVER);
  SetEnvironmentVariableW(L"ASSAY_HAND_OVER", HAND_OVER);
  SetEnvironmentVariableW(L"ASSAY_LAUNCHER", version ? L"service" : NULL);

  SECURITY_ATTRIBUTES inherit = {sizeof inherit, NULL, TRUE};
  HANDLE reading = NULL, writing = NULL;
  CreatePipe(&reading, &writing, &inherit, 0);
  SetHandleInformation(reading, HANDLE_FLAG_INHERIT, 0);
  HANDLE nothing = CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ, &inherit, OPEN_EXISTING, 0, NULL);
  STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
  startup.hStdInput = nothing;
  startup.hStdOutput = writing;
  startup.hStdError = writing;
  PROCESS_INFORMATION made = {0};
  BOOL started = CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_NO_WINDOW | CREATE_SUSPENDED, NULL, own, &startup, &made);
  CloseHandle(writing);
  CloseHandle(nothing);
  if (!started) {
    CloseHandle(reading);
    return NULL;
  }
  AssignProcessToJobObject(job, made.hProcess);
  CloseHandle(CreateThread(NULL, 0, keep_log, reading, 0, NULL));
  ResumeThread(made.hThread);
  CloseHandle(made.hThread);
  return made.hProcess;
}

static BOOL is_silent(ULONGLONG started) {
  WIN32_FILE_ATTRIBUTE_DATA file;
  FILETIME now;
  if (GetTickCount64() - started < HUNG_AFTER_S * 1000ULL) return FALSE;
  if (!GetFileAttributesExW(HEARTBEAT, GetFileExInfoStandard, &file)) return FALSE;
  GetSystemTimeAsFileTime(&now);
  ULONGLONG then = ((ULONGLONG)file.ftLastWriteTime.dwHighDateTime << 32) | file.ftLastWriteTime.dwLowDateTime;
  ULONGLONG here = ((ULONGLONG)now.dwHighDateTime << 32) | now.dwLowDateTime;
  return here > then && (here - then) / 10000000ULL > HUNG_AFTER_S;
}

/* Until it ends, hangs, or we are told to stop. */
static void wait_for(HANDLE agent, ULONGLONG started) {
  HANDLE either[] = {stopping, agent};
  for (int silent = 0; WaitForMultipleObjects(2, either, FALSE, LOOK_MS) == WAIT_TIMEOUT;) {
    silent = is_silent(started) ? silent + 1 : 0;
    if (silent < SILENT_LOOKS) continue;
    event(EVENTLOG_WARNING_TYPE, L"The agent hung and is started anew.");
    break;
  }
}

static void WINAPI serve(DWORD count, WCHAR **arguments) {
  (void)count, (void)arguments;
  manager = RegisterServiceCtrlHandlerExW(SERVICE, control, NULL);
  stopping = CreateEventW(NULL, TRUE, FALSE, NULL);
  make_places();
  say(SERVICE_RUNNING, 0);
  event(EVENTLOG_INFORMATION_TYPE, L"The service was started.");
  DWORD pause = FIRST_PAUSE_MS;
  WCHAR version[MAX_PATH] = L"";
  while (WaitForSingleObject(stopping, 0) == WAIT_TIMEOUT) {
    HANDLE job = limited_job();
    ULONGLONG started = GetTickCount64();
    HANDLE agent = start(job, version[0] ? version : NULL);
    DWORD code = 0;
    version[0] = 0;
    if (agent) wait_for(agent, started);
    else event(EVENTLOG_ERROR_TYPE, L"assay-agent.exe could not be started.");
    if (agent) GetExitCodeProcess(agent, &code);
    /* Ends it, and what it started, if it still runs. */
    TerminateJobObject(job, 0);
    if (agent) CloseHandle(agent);
    CloseHandle(job);
    if (code == HAND_OVER_CODE) {
      if (!read_hand_over(version)) version[0] = 0;
      continue;
    }
    if (GetTickCount64() - started > STEADY_MS) pause = FIRST_PAUSE_MS;
    if (WaitForSingleObject(stopping, pause) == WAIT_OBJECT_0) break;
    event(EVENTLOG_WARNING_TYPE, L"The agent ended and is started anew.");
    pause = pause * 2 > LONGEST_PAUSE_MS ? LONGEST_PAUSE_MS : pause * 2;
  }
  event(EVENTLOG_INFORMATION_TYPE, L"The service was stopped.");
  say(SERVICE_STOPPED, 0);
}

int wmain(void) {
  SERVICE_TABLE_ENTRYW services[] = {{SERVICE, serve}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(services) ? 0 : 1;
}
