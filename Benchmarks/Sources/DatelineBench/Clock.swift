import Glibc

/// Clocks in nanoseconds.
enum Clock {
  /// CPU time of this thread.
  static func thread() -> Int64 { read(CLOCK_THREAD_CPUTIME_ID) }
  /// Wall time.
  static func wall() -> Int64 { read(CLOCK_MONOTONIC) }

  private static func read(_ which: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(which, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Most memory that this process held so far, in megabytes.
  static func peakMemory() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
