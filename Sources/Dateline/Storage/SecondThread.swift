#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work done on another thread while this one does its own.
final class SecondThread<Output>: @unchecked Sendable {
  private var work: (() -> Output)?
  private var output: Output?
  private var thread: pthread_t?

  /// Starts `work`, which must touch nothing that the caller changes before `result` is asked for; where no thread can be had, `result` does it.
  init(_ work: @escaping () -> Output) {
    self.work = work
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self as AnyObject).toOpaque()
    let made = pthread_create(
      &thread, nil,
      { raw in
        (Unmanaged<AnyObject>.fromOpaque(raw!).takeRetainedValue() as? any Runnable)?.run()
        return nil
      }, context)
    if made == 0 { self.thread = thread } else { Unmanaged<AnyObject>.fromOpaque(context).release() }
  }

  /// Waits for the work's end. To be asked for once.
  func result() -> Output {
    if let thread { pthread_join(thread, nil) } else { run() }
    return output!
  }
}

private protocol Runnable { func run() }

extension SecondThread: Runnable {
  fileprivate func run() {
    output = work?()
    work = nil
  }
}
