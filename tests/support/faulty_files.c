/* Stands between a program and the system's files (LD_PRELOAD): ends the program at one operation on them, or
   tells it from one operation on that the disk is full.

   `files_fail(at, how, folder)` begins to count; `files_done()` says how many operations there were. Only what
   changes a file in that folder counts. how: 0 nothing, 1 SIGKILL before the operation, 2 SIGKILL in the middle
   of it (half of what is written is), 3 the disk is full from there on: half of the first write fits. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long at = -1, done;
static int how;
static char folder[PATH_MAX];

void files_fail(long given_at, int given_how, const char *given_folder) {
    how = given_how;
    done = 0;
    snprintf(folder, sizeof folder, "%s", given_folder);
    at = given_at;
}

long files_done(void) { return done; }

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_ours(const char *path) {
    return at >= 0 && path && !strncmp(path, folder, strlen(folder));
}

static int is_open_on_ours(int file) {
    if (at < 0) return 0;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

enum fault { GO_ON, IN_THE_MIDDLE, FULL };

/* What becomes of the next operation. `takes_room`: whether a full disk refuses it. */
static enum fault next(int takes_room) {
    long number = __atomic_add_fetch(&done, 1, __ATOMIC_SEQ_CST);
    if (how == 1 && number == at) kill(getpid(), SIGKILL);
    if (how == 2 && number == at) return IN_THE_MIDDLE;
    if (how == 3 && number >= at && takes_room) return FULL;
    return GO_ON;
}

#define AFTER(fault, result)                                    \
    do {                                                        \
        if ((fault) == IN_THE_MIDDLE) kill(getpid(), SIGKILL);  \
        return result;                                          \
    } while (0)

#define WRITES(file, size, whole, half)                         \
    if (!is_open_on_ours(file)) return whole;                   \
    enum fault fault = next(1);                                 \
    if (fault == FULL && done > at) { errno = ENOSPC; return -1; } \
    if (fault == FULL && (size) < 2) { errno = ENOSPC; return -1; } \
    if (fault == GO_ON) return whole;                           \
    ssize_t written = half;                                     \
    AFTER(fault, written)

ssize_t write(int file, const void *data, size_t size) {
    WRITES(file, size, REAL(write)(file, data, size), REAL(write)(file, data, size / 2));
}

ssize_t pwrite(int file, const void *data, size_t size, off_t place) {
    WRITES(file, size, REAL(pwrite)(file, data, size, place), REAL(pwrite)(file, data, size / 2, place));
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t place) {
    WRITES(file, size, REAL(pwrite64)(file, data, size, place), REAL(pwrite64)(file, data, size / 2, place));
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    WRITES(file, (size_t)2, REAL(writev)(file, parts, count), REAL(writev)(file, parts, 1));
}

#define CHANGES(counts, takes_room, call)                       \
    if (!(counts)) return call;                                 \
    enum fault fault = next(takes_room);                        \
    if (fault == FULL) { errno = ENOSPC; return -1; }           \
    int result = call;                                          \
    AFTER(fault, result)

static int creates(int flags) { return flags & (O_CREAT | O_TRUNC); }

/* Opening what is there changes nothing, unless it empties it. */
#define OPENS(name)                                                                                   \
    int name(const char *path, int flags, ...) {                                                      \
        va_list rest;                                                                                 \
        va_start(rest, flags);                                                                        \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                                     \
        va_end(rest);                                                                                 \
        int new = creates(flags) && is_ours(path) && (flags & O_TRUNC || access(path, F_OK));         \
        CHANGES(new, access(path, F_OK) != 0, REAL(name)(path, flags, mode));                         \
    }

#define OPENS_AT(name)                                                                                \
    int name(int parent, const char *path, int flags, ...) {                                          \
        va_list rest;                                                                                 \
        va_start(rest, flags);                                                                        \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                                     \
        va_end(rest);                                                                                 \
        int new = creates(flags) && is_ours(path) && (flags & O_TRUNC || access(path, F_OK));         \
        CHANGES(new, access(path, F_OK) != 0, REAL(name)(parent, path, flags, mode));                 \
    }

OPENS(open)
OPENS(open64)
OPENS_AT(openat)
OPENS_AT(openat64)

int rename(const char *from, const char *to) { CHANGES(is_ours(from) || is_ours(to), 0, REAL(rename)(from, to)); }
int unlink(const char *path) { CHANGES(is_ours(path), 0, REAL(unlink)(path)); }
int rmdir(const char *path) { CHANGES(is_ours(path), 0, REAL(rmdir)(path)); }
int unlinkat(int parent, const char *path, int flags) {
    CHANGES(at >= 0 && (is_ours(path) || is_open_on_ours(parent)), 0, REAL(unlinkat)(parent, path, flags));
}
int mkdir(const char *path, mode_t mode) { CHANGES(is_ours(path), 1, REAL(mkdir)(path, mode)); }
int link(const char *from, const char *to) { CHANGES(is_ours(to), 1, REAL(link)(from, to)); }
int linkat(int a, const char *from, int b, const char *to, int flags) {
    CHANGES(is_ours(to), 1, REAL(linkat)(a, from, b, to, flags));
}
int symlink(const char *from, const char *to) { CHANGES(is_ours(to), 1, REAL(symlink)(from, to)); }
int ftruncate(int file, off_t size) { CHANGES(is_open_on_ours(file), 0, REAL(ftruncate)(file, size)); }
int ftruncate64(int file, off64_t size) { CHANGES(is_open_on_ours(file), 0, REAL(ftruncate64)(file, size)); }
int fsync(int file) { CHANGES(is_open_on_ours(file), 0, REAL(fsync)(file)); }
int fdatasync(int file) { CHANGES(is_open_on_ours(file), 0, REAL(fdatasync)(file)); }
int fallocate(int file, int mode, off_t from, off_t size) {
    CHANGES(is_open_on_ours(file), 1, REAL(fallocate)(file, mode, from, size));
}
int posix_fallocate(int file, off_t from, off_t size) {
    if (!is_open_on_ours(file)) return REAL(posix_fallocate)(file, from, size);
    enum fault fault = next(1);
    if (fault == FULL) return ENOSPC;
    int result = REAL(posix_fallocate)(file, from, size);
    AFTER(fault, result);
}
