/* What a bad disk does to a program: put before libc by LD_PRELOAD, for the tests alone (Linux).
 *
 * Counts the calls that change something under some folders, writes each one down, and lets the n-th of
 * them fail in a chosen way. A call that is written down was made and succeeded.
 *
 *   fault_arm(folders, from, kind, error, amount, stays)   folders: joined by ':'; from: the first call that is
 *                                                   hit, 1 is the first of all, 0 none; amount: bytes that
 *                                                   a torn or short write still writes; stays: do all
 *                                                   later calls fail as well?
 *   fault_record(fd)                                where the calls are written down, -1 nowhere
 *   fault_count()                                   how many calls there were
 *
 * A program that cannot ask is told by its environment: all calls under FAULT_FOLDERS fail with the errno
 * FAULT_ERROR as long as there is a file FAULT_SWITCH.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { NONE, KILL, TORN, SHORT, FAIL, FILL };
enum { NO_ROOM_NEEDED, A_WRITE, A_NAME };

static char folders[4096];
static const char *control;
static long from_call, calls;
static int kind, error_number, stays, record_to = -1;
static size_t amount;

void fault_arm(const char *under, long from, int what, int number, size_t bytes, int all_later) {
    snprintf(folders, sizeof folders, "%s", under);
    from_call = from; kind = what; error_number = number; amount = bytes; stays = all_later; calls = 0;
}
__attribute__((constructor)) static void told(void) {
    const char *under = getenv("FAULT_FOLDERS"), *number = getenv("FAULT_ERROR");
    control = getenv("FAULT_SWITCH");
    if (under && number && control) fault_arm(under, 1, FAIL, atoi(number), 0, 1);
}
void fault_record(int fd) { record_to = fd; }
long fault_count(void) { return calls; }

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_watched(const char *path) {
    size_t length = strlen(path);
    for (const char *one = folders; *one;) {
        size_t end = strcspn(one, ":");
        if (end && length >= end && !strncmp(path, one, end) && (path[end] == '/' || !path[end])) return 1;
        one += end + (one[end] == ':');
    }
    return 0;
}

/* The path of an open file, as it is called now. */
static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return folders[0] && is_watched(path);
}

/* The absolute form of a path given to a call. */
static int path_at(int dirfd, const char *given, char *path) {
    if (!folders[0] || !given) return 0;
    if (given[0] == '/') snprintf(path, PATH_MAX, "%s", given);
    else {
        char base[PATH_MAX];
        if (dirfd == AT_FDCWD) { if (!getcwd(base, sizeof base)) return 0; }
        else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", dirfd);
            ssize_t length = readlink(link, base, sizeof base - 1);
            if (length < 0) return 0;
            base[length] = 0;
        }
        if (snprintf(path, PATH_MAX, "%s/%s", base, given) >= PATH_MAX) return 0;
    }
    return is_watched(path);
}

static void put(const void *data, size_t size) {
    const char *at = data;
    while (size) {
        ssize_t done = syscall(SYS_write, record_to, at, size);
        if (done <= 0) return;
        at += done; size -= done;
    }
}

static void record(const char *op, const char *path, const char *to, ino_t inode, off_t at, const void *data,
                   size_t size) {
    if (record_to < 0) return;
    char head[2 * PATH_MAX + 128];
    int length = snprintf(head, sizeof head, "%ld%c%s%c%s%c%s%c%lu%c%ld%c%zu\n", calls, 0, op, 0, path, 0,
                          to ? to : "", 0, (unsigned long)inode, 0, (long)at, 0, size);
    put(head, length);
    if (size) put(data, size);
}

static ino_t inode_of(int fd) {
    struct stat seen;
    return fstat(fd, &seen) ? 0 : seen.st_ino;
}

static ino_t inode_at(const char *path) {
    struct stat seen;
    return lstat(path, &seen) ? 0 : seen.st_ino;
}

/* Counts a call; is it the one, and what happens to it? Does not return from KILL. */
static int strike(int needs) {
    calls++;
    if (control && access(control, F_OK)) return NONE;
    if (!from_call || calls < from_call || (!stays && calls > from_call)) return NONE;
    if (kind == FILL) {
        /* the last bytes go in, then there is no room for more; to take away needs none */
        if (needs == NO_ROOM_NEEDED) return NONE;
        if (calls == from_call && needs == A_WRITE) return SHORT;
        errno = error_number;
        return FAIL;
    }
    if (kind == KILL) kill(getpid(), SIGKILL);
    if ((kind == TORN || kind == SHORT) && needs != A_WRITE) return NONE;
    if (kind == FAIL) errno = error_number;
    return kind;
}

static int opened(int dirfd, const char *given, int flags, mode_t mode, int (*real)(int, const char *, int, ...)) {
    char path[PATH_MAX];
    int is_change = (flags & (O_CREAT | O_TRUNC)) && path_at(dirfd, given, path);
    if (!is_change) return real(dirfd, given, flags, mode);
    int is_new = access(path, F_OK) != 0;
    /* to open what is there with O_CREAT alone changes nothing, but a read-only disk refuses it */
    if (strike(is_new ? A_NAME : NO_ROOM_NEEDED) == FAIL) return -1;
    int fd = real(dirfd, given, flags, mode);
    if (fd >= 0 && is_new) record("create", path, NULL, inode_of(fd), 0, NULL, 0);
    else if (fd >= 0 && (flags & O_TRUNC)) record("truncate", path, NULL, inode_of(fd), 0, NULL, 0);
    else if (fd >= 0) record("open", path, NULL, inode_of(fd), 0, NULL, 0);
    return fd;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int openat(int dirfd, const char *path, int flags, ...) { MODE return opened(dirfd, path, flags, mode, REAL(openat)); }
int openat64(int dirfd, const char *path, int flags, ...) { MODE return opened(dirfd, path, flags, mode, REAL(openat64)); }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode, REAL(openat)); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode, REAL(openat64)); }

/* Where a write goes: at the end, or where the file stands. */
static off_t place_of(int fd) {
    if (fcntl(fd, F_GETFL) & O_APPEND) { struct stat seen; return fstat(fd, &seen) ? 0 : seen.st_size; }
    return lseek(fd, 0, SEEK_CUR);
}

static ssize_t written(int fd, const void *data, size_t size, off_t at) {
    char path[PATH_MAX];
    int here = at < 0;
    if (!path_of(fd, path)) return here ? syscall(SYS_write, fd, data, size) : syscall(SYS_pwrite64, fd, data, size, at);
    off_t place = here ? place_of(fd) : at;
    int what = strike(A_WRITE);
    if (what == FAIL) return -1;
    if (what == TORN || what == SHORT) size = amount < size ? amount : size;
    ssize_t done = here ? syscall(SYS_write, fd, data, size) : syscall(SYS_pwrite64, fd, data, size, at);
    if (done < 0) return done;
    record("write", path, NULL, inode_of(fd), place, data, done);
    if (what == TORN) kill(getpid(), SIGKILL);
    return done;
}

ssize_t write(int fd, const void *data, size_t size) { return written(fd, data, size, -1); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return written(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return written(fd, data, size, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
    ssize_t done = 0;
    for (int i = 0; i < count; i++) {
        ssize_t one = written(fd, parts[i].iov_base, parts[i].iov_len, -1);
        if (one < 0) return done ? done : one;
        done += one;
        if ((size_t)one < parts[i].iov_len) break;
    }
    return done;
}

/* A call on an open file. */
#define ON_FILE(op, at, call) \
    char path[PATH_MAX]; \
    if (!path_of(fd, path)) return call; \
    if (strike(NO_ROOM_NEEDED) == FAIL) return -1; \
    int done = call; \
    if (!done) record(op, path, NULL, inode_of(fd), at, NULL, 0); \
    return done;
int fsync(int fd) { ON_FILE("fsync", 0, REAL(fsync)(fd)) }
int fdatasync(int fd) { ON_FILE("fsync", 0, REAL(fdatasync)(fd)) }
int ftruncate(int fd, off_t size) { ON_FILE("truncate", size, REAL(ftruncate)(fd, size)) }
int ftruncate64(int fd, off64_t size) { ON_FILE("truncate", size, REAL(ftruncate64)(fd, size)) }
int fchmod(int fd, mode_t mode) { ON_FILE("chmod", mode, REAL(fchmod)(fd, mode)) }

/* A call on a path. */
#define ON_PATH(op, needs, dirfd, given, call) \
    char path[PATH_MAX]; \
    if (!path_at(dirfd, given, path)) return call; \
    if (strike(needs) == FAIL) return -1; \
    int done = call; \
    if (!done) record(op, path, NULL, 0, 0, NULL, 0); \
    return done;
int unlink(const char *given) { ON_PATH("unlink", NO_ROOM_NEEDED, AT_FDCWD, given, REAL(unlink)(given)) }
int unlinkat(int dirfd, const char *given, int flags) { ON_PATH("unlink", NO_ROOM_NEEDED, dirfd, given, REAL(unlinkat)(dirfd, given, flags)) }
int rmdir(const char *given) { ON_PATH("rmdir", NO_ROOM_NEEDED, AT_FDCWD, given, REAL(rmdir)(given)) }
int mkdir(const char *given, mode_t mode) { ON_PATH("mkdir", A_NAME, AT_FDCWD, given, REAL(mkdir)(given, mode)) }
int mkdirat(int dirfd, const char *given, mode_t mode) { ON_PATH("mkdir", A_NAME, dirfd, given, REAL(mkdirat)(dirfd, given, mode)) }
int chmod(const char *given, mode_t mode) { ON_PATH("chmod", NO_ROOM_NEEDED, AT_FDCWD, given, REAL(chmod)(given, mode)) }
int fchmodat(int dirfd, const char *given, mode_t mode, int flags) { ON_PATH("chmod", NO_ROOM_NEEDED, dirfd, given, REAL(fchmodat)(dirfd, given, mode, flags)) }

/* A call on two paths. */
#define ON_TWO(op, olddir, old, newdir, new, call) \
    char path[PATH_MAX], to[PATH_MAX]; \
    int is_old = path_at(olddir, old, path), is_new = path_at(newdir, new, to); \
    if (!is_old && !is_new) return call; \
    if (strike(op[0] == 'l' ? A_NAME : NO_ROOM_NEEDED) == FAIL) return -1; \
    ino_t inode = inode_at(path); \
    int done = call; \
    if (!done) record(op, path, to, inode, 0, NULL, 0); \
    return done;
int rename(const char *old, const char *new) { ON_TWO("rename", AT_FDCWD, old, AT_FDCWD, new, REAL(rename)(old, new)) }
int renameat(int olddir, const char *old, int newdir, const char *new) { ON_TWO("rename", olddir, old, newdir, new, REAL(renameat)(olddir, old, newdir, new)) }
int link(const char *old, const char *new) { ON_TWO("link", AT_FDCWD, old, AT_FDCWD, new, REAL(link)(old, new)) }
int linkat(int olddir, const char *old, int newdir, const char *new, int flags) { ON_TWO("link", olddir, old, newdir, new, REAL(linkat)(olddir, old, newdir, new, flags)) }
int symlink(const char *old, const char *given) { ON_PATH("symlink", A_NAME, AT_FDCWD, given, REAL(symlink)(old, given)) }
int symlinkat(const char *old, int dirfd, const char *given) { ON_PATH("symlink", A_NAME, dirfd, given, REAL(symlinkat)(old, dirfd, given)) }
